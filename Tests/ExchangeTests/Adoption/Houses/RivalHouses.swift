/// Documents in which several sections claim one role, in which names say nothing and bodies do, and in other scripts.
extension HouseDocument {
  static let rivals: [HouseDocument] = [
    HouseDocument(
      "remediation beside follow-ups", "label-printer.md", date: "2025-03-04",
      """
      # 2025-03-04: labels printed for the wrong warehouse

      ⟦summary⟧## Summary

      For an hour every parcel label carried the address of the northern warehouse.

      ⟦timeline⟧## Timeline (UTC)

      ⟦at 2025-03-04T08:10Z⟧- 08:10 new address table loaded
      ⟦at 2025-03-04T08:40Z⟧- 08:40 a driver asks about his route
      ⟦at 2025-03-04T09:15Z⟧- 09:15 old table restored

      ⟦root_cause⟧## Root cause

      The table was sorted, the printers read it by row number.

      ### Why the dry run passed

      It printed one label, and row one had not moved.

      ⟦resolution⟧## Remediation

      - Restored the table of the day before.
      - Reprinted 412 labels.
      - Paused the nightly load.

      ⟦contributing_factors⟧## What made it worse, and what helped

      Nobody looks at labels between eight and nine.

      ⟦action_items⟧## Follow-up tickets

      ⟦item open⟧- [ ] Address rows by key
      ⟦item open⟧- [ ] Print one label of each warehouse in the dry run
      """),
    HouseDocument(
      "medidas tomadas junto a un plan", "sensores.md", date: "2024-06-12",
      """
      # Sensores de temperatura sin datos, 2024-06-12

      ⟦summary⟧## Lo sucedido

      Las cámaras frigoríficas dejaron de enviar lecturas.

      ⟦impact⟧## Servicios afectados

      Tres almacenes sin registro de frío.

      ⟦root_cause⟧## Causa más probable

      La tarjeta SIM del enrutador caducó el día anterior.

      ⟦resolution⟧## Medidas inmediatas

      - Se cambió la tarjeta.
      - Se anotaron las lecturas a mano.

      ⟦action_items⟧## Plan de mejora

      ⟦item⟧- Revisar la caducidad de las tarjetas cada mes
      ⟦item⟧- Avisar cuando falten lecturas durante diez minutos

      ⟦lessons⟧## Qué aprendimos

      Un contrato también caduca.
      """),
    HouseDocument(
      "causes with a label each", "seat-map.md", date: "2025-09-02",
      """
      # Post-mortem: seats sold twice on 2 September 2025

      ⟦summary⟧## The short version

      Ninety-one seats of the evening show had two owners.

      ⟦impact⟧## Impact

      Ninety-one guests were moved to the balcony.

      ⟦root_cause⟧## Root cause analysis

      ### 1. The hold expired early

      **Problem**: a hold lasted sixty seconds, a payment ninety.

      **Resolution**: holds last as long as payments do.

      ### 2. The second sale did not look

      **Problem**: the check read a copy.

      **Resolution**: it reads the ledger.

      ⟦resolution⟧## Resolution

      The box office closed online sales and went through the ledger by hand.

      ⟦detection⟧## Why detection lagged

      The doubles showed only at the door.

      ⟦action_items⟧## Prevention

      ⟦item⟧- Refuse a seat that has an owner
      ⟦item⟧- Compare the door list with the ledger at noon
      """),
    HouseDocument(
      "phases of a response", "mail-relay.md", date: "2025-05-20",
      """
      # Mail relay outage, 2025-05-20

      ⟦summary⟧## Executive summary

      No mail left the building for two hours.

      ⟦timeline⟧## Timeline of events (UTC)

      ### Cause identified (10:30 - 11:00)

      ⟦at 2025-05-20T10:30Z⟧- 10:30 the queue stands still
      ⟦at 2025-05-20T10:50Z⟧- 10:50 a full disk is found

      ### Recovery (11:00 - 12:10)

      ⟦at 2025-05-20T11:00Z⟧- 11:00 old logs moved away
      ⟦at 2025-05-20T12:10Z⟧- 12:10 the queue is empty

      ⟦root_cause⟧## What was behind it

      Logs of four years on the queue's disk.

      ⟦resolution⟧## How mail got out again

      The logs went to another disk and the relay was started anew.

      ⟦action_items⟧## What we have changed for good

      ⟦item⟧- Keep logs for ninety days
      ⟦item⟧- Warn at 80 % of the disk
      """),
    HouseDocument(
      "a body that tells what its heading does not", "ofenlinie.md", date: "2024-11-05",
      """
      # Stillstand der Ofenlinie am 5. November 2024

      ⟦impact⟧## Auswirkungen

      Sechs Stunden ohne Brot für 40 Filialen.

      ⟦timeline⟧## Ablauf

      | Uhrzeit | Ereignis |
      |---|---|
      ⟦at 2024-11-05T03:10Z⟧| 03:10 | Förderband bleibt stehen |
      ⟦at 2024-11-05T04:00Z⟧| 04:00 | Bereitschaft trifft ein |
      ⟦at 2024-11-05T09:20Z⟧| 09:20 | Band läuft wieder |

      ⟦root_cause⟧## Der Frequenzumrichter

      Die Ursache war ein verstopfter Lüfter, der Umrichter schaltete bei 80 Grad ab.

      ## Messwerte

      | Uhrzeit | Temperatur | Strom |
      |---|---|---|
      | 02:00 | 61 C | 12 A |
      | 02:30 | 70 C | 13 A |
      | 03:00 | 79 C | 15 A |

      ⟦action_items⟧## Und nun

      ⟦item⟧- Lüfter jede Woche reinigen
      ⟦item⟧- Die Temperatur mit einer Warnung versehen
      ⟦item⟧- Einen zweiten Umrichter bestellen
      """),
    HouseDocument(
      "сбой кассы", "kassa.md", date: "2024-02-01",
      """
      # Сбой кассы 2024-02-01

      ⟦summary⟧## Краткое содержание

      Касса не печатала чеки.

      ⟦impact⟧## Влияние

      Очередь на сорок минут.

      ⟦timeline⟧## Хронология (UTC)

      ⟦at 2024-02-01T07:00Z⟧- 07:00 обновление драйвера
      ⟦at 2024-02-01T07:20Z⟧- 07:20 первая жалоба
      ⟦at 2024-02-01T07:45Z⟧- 07:45 откат драйвера

      ⟦root_cause⟧## Первопричина

      Новый драйвер ждал бумагу другой ширины.

      ⟦resolution⟧## Восстановление

      Вернули прежний драйвер.

      ⟦lessons⟧## Уроки

      Обновлять одну кассу, потом остальные.

      ⟦action_items⟧## План действий

      ⟦item open⟧- [ ] Проверять драйвер на запасной кассе
      """),
    HouseDocument(
      "図書館の障害報告", "tosho.md", date: "2024-08-19",
      """
      # 2024-08-19 貸出端末の停止

      ⟦summary⟧## 概要

      三つの館で貸出端末が使えなかった。

      ⟦impact⟧## 影響範囲

      利用者およそ二百人。

      ⟦timeline⟧## タイムライン (UTC)

      | 時刻 | 事象 |
      |---|---|
      ⟦at 2024-08-19T00:30Z⟧| 00:30 | 端末の更新を配布した |
      ⟦at 2024-08-19T01:05Z⟧| 01:05 | 窓口から最初の連絡があった |
      ⟦at 2024-08-19T02:00Z⟧| 02:00 | 更新を取り消した |

      ⟦root_cause⟧## 根本原因

      更新が古い読取機を認識しなかった。

      ⟦resolution⟧## 対応内容

      一つ前の版に戻した。

      ⟦lessons⟧## 教訓

      古い機器を検証に含める。

      ⟦action_items⟧## 再発防止策

      ⟦item open⟧- [ ] 検証用に古い読取機を一台残す
      """),
  ]
}
