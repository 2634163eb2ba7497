/// Post-mortems in German, French, Spanish, Dutch and Portuguese.
extension HouseDocument {
  static let abroad: [HouseDocument] = [
    HouseDocument(
      "German", "2026-02-12-ausfall.md", date: "2026-02-11",
      """
      # Ausfall des Kundenportals am 11. Februar 2026

      ⟦summary⟧## Zusammenfassung

      Das Portal war 40 Minuten nicht erreichbar.

      ⟦impact⟧## Auswirkungen

      Alle Kunden.

      ⟦timeline⟧## Zeitverlauf (alle Zeiten in MEZ)

      ⟦at 2026-02-11T08:05Z⟧- 09:05 Uhr: Deployment der neuen Version
      ⟦at 2026-02-11T08:12Z⟧- 09:12 Uhr: Alarm wegen Fehlerrate
      ⟦at 2026-02-11T08:45Z⟧- 09:45 Uhr: Rollback abgeschlossen

      ⟦root_cause⟧## Ursache

      Ein fehlender Index.

      ⟦resolution⟧## Behebung

      Rollback auf die alte Version.

      ⟦lessons⟧## Erkenntnisse

      Migrationen brauchen Lasttests.

      ⟦action_items⟧## Maßnahmen

      ⟦item open⟧- [ ] Lasttest in die Pipeline aufnehmen
      ⟦item done⟧- [x] Index anlegen
      """),
    HouseDocument(
      "German", "vpn-stoerung.md", date: "2026-06-17",
      """
      # Störung VPN

      **Datum:** 17.06.2026

      **Beginn:** 17.06.2026 06:30

      ⟦summary⟧## Überblick

      Kein Zugang über VPN.

      ⟦timeline⟧## Zeitlicher Ablauf

      | Uhrzeit | Ereignis |
      | --- | --- |
      ⟦at 2026-06-17T06:30Z⟧| 06:30 | Erste Meldungen |
      ⟦at 2026-06-17T07:05Z⟧| 07:05 | Zertifikat als Ursache erkannt |
      ⟦at 2026-06-17T07:40Z⟧| 07:40 | Neues Zertifikat verteilt |

      ⟦root_cause⟧## Ursachenanalyse

      Das Zertifikat war abgelaufen.

      ⟦detection⟧## Erkennung

      Durch Anrufe der Mitarbeiter.

      ⟦action_items⟧## Folgemaßnahmen

      | Maßnahme | Verantwortlich | Status |
      | --- | --- | --- |
      ⟦item open⟧| Ablauf überwachen | Netzwerk | offen |
      ⟦item done⟧| Erneuerung automatisieren | Netzwerk | erledigt |
      """),
    HouseDocument(
      "French", "2026-04-03-panne.md", date: "2026-04-02",
      """
      # Panne de la facturation du 2 avril 2026

      ⟦summary⟧## Résumé

      La facturation est restée arrêtée pendant deux heures.

      ⟦impact⟧## Impact client

      320 factures en retard.

      ⟦timeline⟧## Chronologie (UTC)

      ⟦at 2026-04-02T14:02Z⟧- 14h02 : arrêt du service
      ⟦at 2026-04-02T14:20Z⟧- 14h20 : alerte reçue
      ⟦at 2026-04-02T16:00Z⟧- 16h00 : service rétabli

      ⟦root_cause⟧## Cause racine

      Le disque était plein.

      ⟦resolution⟧## Résolution

      Nettoyage des journaux.

      ⟦action_items⟧## Actions correctives

      ⟦item⟧- Ajouter une alerte sur l'espace disque
      ⟦item⟧- Faire tourner les journaux
      """),
    HouseDocument(
      "French", "incident-dns.md", date: "2026-09-15",
      """
      # Incident DNS

      **Date de l'incident :** 15/09/2026

      ⟦summary⟧## Contexte

      La zone a été remplacée par une zone vide.

      ⟦timeline⟧## Déroulé des événements

      | Heure | Événement |
      | --- | --- |
      ⟦at 2026-09-15T10:05Z⟧| 10:05 | Zone remplacée |
      ⟦at 2026-09-15T10:31Z⟧| 10:31 | Zone restaurée |

      ⟦detection⟧## Détection

      Par la supervision.

      ⟦root_cause⟧## Causes

      Aucune validation.

      ⟦lessons⟧## Leçons apprises

      Valider avant de publier.

      ⟦action_items⟧## Plan d'action

      ⟦item⟧1. Valider les zones dans la CI
      ⟦item⟧2. Garder la zone précédente
      """),
    HouseDocument(
      "Spanish", "caida-api.md", date: "2026-05-21",
      """
      # Caída de la API

      **Fecha:** 2026-05-21

      ⟦summary⟧## Resumen

      La API devolvió errores durante 30 minutos.

      ⟦impact⟧## Impacto

      Todos los clientes.

      ⟦timeline⟧## Cronología (UTC)

      ⟦at 2026-05-21T11:00Z⟧- 11:00 Despliegue
      ⟦at 2026-05-21T11:30Z⟧- 11:30 Servicio restaurado

      ⟦root_cause⟧## Causa raíz

      Una variable sin definir.

      ⟦action_items⟧## Acciones correctivas

      ⟦item open⟧- [ ] Comprobar las variables al arrancar
      """),
    HouseDocument(
      "Dutch", "storing-betalingen.md", date: "2026-07-08",
      """
      # Storing betalingen

      **Datum:** 8 juli 2026

      ⟦summary⟧## Samenvatting

      Betalingen mislukten.

      ⟦timeline⟧## Tijdlijn

      ⟦at 2026-07-08T12:10Z⟧- 12:10 Storing begint
      ⟦at 2026-07-08T12:55Z⟧- 12:55 Storing opgelost

      ⟦root_cause⟧## Oorzaak

      Een verlopen sleutel.

      ⟦action_items⟧## Acties

      ⟦item⟧- Sleutels op tijd vervangen
      """),
  ]
}
