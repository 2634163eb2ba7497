/// Documents in Swedish, Italian and Dutch.
extension HouseDocument {
  static let furtherAbroad: [HouseDocument] = [
    HouseDocument(
      "Swedish railway", "biljettkop.md", date: "2023-10-17",
      #"""
      # Incidentrapport: avbrott i biljettköp

      **Datum:** 17 oktober 2023
      **Allvarlighetsgrad:** Hög
      **Ansvarig:** Plattformsteamet

      ⟦summary⟧## Sammanfattning

      Tisdagen den 17 oktober kunde resenärer inte köpa biljetter i appen mellan kl. 06:50 och 08:35.

      ⟦timeline⟧## Tidslinje

      ⟦at 2023-10-17T06:30Z⟧- 06:30 – Ny version av betaltjänsten rullas ut
      ⟦at 2023-10-17T06:50Z⟧- 06:50 – Första misslyckade köpen
      ⟦at 2023-10-17T07:05Z⟧- 07:05 – Larm om felkvot
      ⟦at 2023-10-17T07:40Z⟧- 07:40 – Incidentmöte startas
      ⟦at 2023-10-17T08:20Z⟧- 08:20 – Beslut om återställning
      ⟦at 2023-10-17T08:35Z⟧- 08:35 – Köp fungerar igen

      ⟦impact⟧## Påverkan

      Cirka 21 000 köp misslyckades.

      ⟦root_cause⟧## Rotorsak

      Fel certifikatkedja i den nya basavbilden.

      ⟦detection⟧## Upptäckt

      Larmet gick efter 15 minuter.

      ⟦lessons⟧## Lärdomar

      - Röktester måste köras mot den riktiga betalväxeln.

      ⟦action_items⟧## Åtgärder

      | Åtgärd | Ansvarig | Klart senast | Status |
      |---|---|---|---|
      ⟦item done⟧| Röktest mot betalväxeln | Team Betal | 2023-11-01 | Klar |
      ⟦item⟧| Kontroll av certifikat i bygget | Plattform | 2023-11-15 | Pågår |
      """#),
    HouseDocument(
      "Italian region", "portale.md", date: "2023-11-29",
      #"""
      # Relazione sull'incidente del 29 novembre 2023

      **Ente:** Servizi digitali regionali
      **Protocollo:** 2023/11-482

      ⟦summary⟧## Sintesi

      Il 29 novembre 2023 dalle ore 9:15 alle ore 13:05 il portale dei servizi ai cittadini non era raggiungibile.

      ⟦timeline⟧## Cronologia degli eventi

      ⟦at 2023-11-29T08:50Z⟧- Ore 8:50: aggiornamento del bilanciatore da parte del fornitore
      ⟦at 2023-11-29T09:15Z⟧- Ore 9:15: il portale non risponde
      ⟦at 2023-11-29T09:35Z⟧- Ore 9:35: segnalazioni al numero verde
      ⟦at 2023-11-29T11:00Z⟧- Ore 11:00: il fornitore individua il certificato errato
      ⟦at 2023-11-29T13:05Z⟧- Ore 13:05: il servizio è ripristinato

      ⟦impact⟧## Impatto sugli utenti

      Circa 18.000 cittadini non hanno potuto accedere; 240 pratiche sono slittate di un giorno.

      ⟦root_cause⟧## Cause

      Il certificato di collaudo è stato installato in produzione.

      ⟦detection⟧## Come è stato rilevato il problema

      Dalle telefonate. Il controllo automatico accettava qualsiasi certificato.

      ⟦resolution⟧## Ripristino del servizio

      È stato installato il certificato corretto.

      ⟦action_items⟧## Azioni correttive

      ⟦item done⟧1. Il controllo automatico verifica il nome del certificato – completata
      ⟦item⟧2. Doppia verifica per ogni modifica in produzione – entro il 31/01/2024 – Ufficio esercizio
      ⟦item open⟧3. Pagina di cortesia con il numero verde – in corso
      """#),
    HouseDocument(
      "Dutch provider", "klantportaal.md", date: "2023-06-06",
      #"""
      # Storingsanalyse 6 juni 2023 – klantportaal

      ⟦summary⟧## Managementsamenvatting

      Het klantportaal was op dinsdag 6 juni 2023 van 13:20 tot 16:45 niet beschikbaar.

      ⟦timeline⟧## Verloop van de storing

      | Tijd | Gebeurtenis | Wie |
      |---|---|---|
      ⟦at 2023-06-06T13:20Z⟧| 13:20 | Loadbalancer 1 valt uit, loadbalancer 2 neemt niet over | - |
      ⟦at 2023-06-06T13:26Z⟧| 13:26 | Monitoring slaat alarm | NOC |
      ⟦at 2023-06-06T14:10Z⟧| 14:10 | Escalatie naar leverancier | NOC |
      ⟦at 2023-06-06T16:00Z⟧| 16:00 | Leverancier bevestigt softwarefout | Leverancier |
      ⟦at 2023-06-06T16:45Z⟧| 16:45 | Patch geïnstalleerd, portaal bereikbaar | NOC |

      ⟦root_cause⟧## Grondoorzaak

      Een fout in het heartbeat-protocol van versie 7.2.

      ⟦impact⟧## Gevolgen voor klanten

      8.400 klanten konden niet inloggen.

      ⟦lessons⟧## Leerpunten

      - Failover is sinds 2021 niet getest.

      ⟦action_items⟧## Verbetermaatregelen

      ⟦item⟧1. Failovertest elk kwartaal (NOC, gereed voor 1 september 2023)
      ⟦item⟧2. Patchbeleid netwerkapparatuur herzien (Security)
      ⟦item done⟧3. Contract met leverancier: responstijd 30 minuten — afgerond
      """#),
  ]
}
