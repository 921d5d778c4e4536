/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-headers.h"

#include "accord-import-words.h"

#include <string.h>

/* Keys as accord_import_header_key() makes them, between blanks: English, German, French, Spanish, Dutch. */
typedef struct
{
  const char *field;
  int rank;
  const char *keys;
} Usual;

#define PERSON                                                                                                            \
  " fullname employeename employee salesperson salespersonname salesagent agent agentname rep repname salesrep salesrepname" \
  " salesrepresentative representative seller sellername accountexecutive accountmanager owner ownername opportunityowner" \
  " dealowner person personname staffname teammember verkaufer verkaeufer verkauferin vertriebler vertriebsmitarbeiter"    \
  " mitarbeiter mitarbeitername mitarbeiterin vertreter vendeur vendeuse commercial salarie employe collaborateur vendedor" \
  " vendedora empleado agente verkoper medewerker medewerkernaam naam nombre nombrecompleto nom nomcomplet namen "
#define NUMBER                                                                                                            \
  " employeeid empid memberid userid personid employeenumber employeeno empno personnelnumber staffid staffno salespersonid" \
  " repid salesrepid agentid ownerid externalid personalnummer mitarbeiternummer mitarbeiterid personalnr mitarbeiternr"   \
  " personalid matricule identifiant numeroemploye idempleado numeroempleado legajo personeelsnummer medewerkernummer"     \
  " medewerkerid "
#define MAIL                                                                                                              \
  " email emailaddress mail upn userprincipalname workemail owneremail memberemail emailadresse mailadresse courriel"      \
  " adressemail adresseemail correo correoelectronico emailadres mailadres "

static const Usual member_headers[] = {
  { "id", 0, " id " },
  { "id", 1, NUMBER },
  { "id", 2, " login username userlogin employeekey salespersonkey key kennung benutzername nomutilisateur usuario " },
  { "alias", 0, " alias aliases " },
  { "alias", 1, " nickname othername othernames knownas spitzname kurzel kuerzel surnom apodo bijnaam " },
  { "name", 0, " name membername member " },
  { "name", 1, PERSON },
  { "first-name", 1, " firstname givenname forename vorname prenom nombredepila primernombre voornaam " },
  { "last-name", 1, " lastname surname familyname nachname familienname nomdefamille apellido apellidos achternaam " },
  { "email", 0, MAIL },
  { "role", 0, " role " },
  { "role", 1, " title jobtitle position job jobrole jobname function designation rolle titel funktion stelle position"
               " stellenbezeichnung berufsbezeichnung poste fonction titre intituleduposte cargo puesto rol functie functietitel " },
  { "territory", 0, " territory territoryname " },
  { "territory", 1, " region regionname regionaloffice salesterritory salesregion salesoffice office gebiet verkaufsgebiet"
                    " vertriebsgebiet bezirk territoire secteur zone territorio zona regio gebied rayon verkoopgebied " },
  { "manager", 0, " manager managername " },
  { "manager", 1, " reportsto supervisor supervisorname boss teamlead teamleader linemanager salesmanager vorgesetzter"
                  " vorgesetzte leiter leiterin teamleiter teamleiterin fuhrungskraft fuehrungskraft responsable superieur chef"
                  " gerente jefe leidinggevende managernaam teamleider " },
  { "manager", 2, " managerid manageremail managernumber reportstoid " },
  { "started", 0, " started start " },
  { "started", 1, " startdate starteddate hiredate dateofhire datehired hired joined joindate joineddate joiningdate"
                  " dateofjoining entrydate firstday originalhiredate eintritt eintrittsdatum einstellungsdatum beginn"
                  " dateembauche datedembauche embauche dateentree datedentree datedebut fechaingreso fechadeingreso"
                  " fechacontratacion fechadecontratacion fechaalta fechadealta ingreso indienst datumindienst startdatum " },
  { "left", 0, " left " },
  { "left", 1, " enddate leftdate terminationdate dateoftermination dateterminated terminated leavedate leavingdate"
               " dateofleaving lastday exitdate separationdate termdate austritt austrittsdatum datedepart datededepart"
               " datesortie datedesortie datefin fechabaja fechadebaja fechasalida fechadesalida baja uitdienst datumuitdienst"
               " einddatum " },
};

static const Usual quota_headers[] = {
  { "member", 0, " member membername " },
  { "member", 1, " name " PERSON },
  { "member", 2, " id " NUMBER },
  { "member", 3, MAIL },
  { "member", 4, " employeekey salespersonkey login username alias " },
  { "year", 1, " year targetyear quotayear fiscalyear planyear jahr geschaftsjahr annee exercice ano anio ejercicio jaar boekjaar " },
  { "period", 0, " period " },
  { "period", 1, " month quarter targetmonth targetquarter quotamonth quotaquarter targetperiod quotaperiod fiscalquarter"
                 " fiscalperiod fiscalmonth targetdate quotadate periodstart monat quartal zeitraum periode mois trimestre"
                 " periodo mes maand kwartaal " },
  { "period", 2, " date startdate starts datum fecha " },
  { "amount", 0, " amount " },
  { "amount", 1, " quota target targetamount quotaamount salestarget salesquota targetvalue quotavalue quotas targets ziel"
                 " zielbetrag zielumsatz umsatzziel quote soll sollumsatz objectif cuota objetivo meta doel doelstelling quotum"
                 " doelbedrag " },
  { "amount", 2, " goal value betrag montant importe monto bedrag " },
};

static const Usual actual_headers[] = {
  { "member", 0, " member membername " },
  { "member", 1, " name activityowner " PERSON },
  { "member", 2, " id " NUMBER },
  { "member", 3, MAIL },
  { "member", 4, " employeekey salespersonkey login username alias " },
  { "metric", 0, " metric metricname " },
  { "metric", 1, " kpi measure measurename indicator kennzahl messgrosse messgroesse indicateur mesure indicador medida "
                 " maatstaf indicatormaat " },
  { "year", 1, " year fiscalyear planyear jahr geschaftsjahr annee exercice ano anio ejercicio jaar boekjaar " },
  { "period", 0, " period " },
  { "period", 1, " week isoweek weekending weekstart month quarter fiscalquarter fiscalperiod kw kalenderwoche woche monat"
                 " quartal zeitraum semaine periode mois trimestre semana mes periodo maand kwartaal " },
  { "period", 2, " date day orderdate activitydate invoicedate postingdate datum tag jour fecha dia dag " },
  { "value", 0, " value " },
  { "value", 1, " actual actuals actualvalue result wert ist istwert ergebnis valeur resultat realise valor resultado real"
                " waarde resultaat werkelijk " },
  { "value", 2, " amount count number quantity sales revenue bookings betrag anzahl menge umsatz montant nombre quantite"
                " importe monto cantidad ventas bedrag aantal omzet " },
  { "note", 0, " note notes comment comments remark remarks bemerkung kommentar anmerkung remarque commentaire nota notas"
               " comentario opmerking " },
};

static const Usual opportunity_headers[] = {
  { "id", 0, " id " },
  { "id", 1, " opportunityid oppid opportunitynumber opportunityno dealid dealno dealnumber recordid crmid externalid"
             " verkaufschanceid verkaufschancenr verkaufschancennummer chancenid chancennr opportunitatsid opportunitaetsid"
             " idopportunite numeroopportunite idaffaire idoportunidad numerooportunidad idnegocio opportuniteitid"
             " verkoopkansid verkoopkansnr " },
  { "member", 0, " member membername " },
  { "member", 1, PERSON },
  { "member", 2, " employeeid memberid userid salespersonid repid agentid ownerid opportunityownerid dealownerid "
                 " personalnummer mitarbeiternummer " },
  { "member", 3, MAIL " opportunityowneremail dealowneremail owneremailaddress " },
  { "account", 0, " account accountname " },
  { "account", 1, " customer customername company companyname client clientname organization organisation buyer"
                  " associatedcompany kunde kundenname firma unternehmen compte nomducompte client societe entreprise cuenta"
                  " nombredelacuenta cliente empresa klant klantnaam bedrijf " },
  { "account", 2, " accountid customerid companyid associatedcompanyid associatedcompanydomain " },
  { "product", 0, " product productname " },
  { "product", 1, " productfamily productline item produkt produktname artikel produit nomduproduit producto " },
  { "stage", 0, " stage " },
  { "stage", 1, " stagename dealstage opportunitystage salesstage pipelinestage phase verkaufsphase stufe etape"
                " etapedevente etapa etapadeventa fase verkoopfase " },
  { "stage", 2, " status state opportunitystatus dealstatus statut estado " },
  { "created", 0, " created " },
  { "created", 1, " createddate createdate datecreated creationdate createdon createdat opendate opened openeddate engagedate"
                  " startdate erstellt erstelltam erstellungsdatum angelegtam eroffnetam kontaktam datedecreation datecreation"
                  " creele fechadecreacion fechacreacion creado aanmaakdatum gemaaktop " },
  { "closed", 0, " closed close " },
  { "closed", 1, " closedate closeddate dateclosed closingdate closedon actualclosedate wondate abschlussdatum abschlussam"
                 " geschlossenam datedecloture dateclosure datecloture clotureele fechadecierre fechacierre cerrado"
                 " sluitingsdatum afsluitdatum " },
  { "closed", 2, " expectedclosedate expectedclose forecastclosedate estimatedclosedate " },
  { "amount", 0, " amount " },
  { "amount", 1, " dealamount opportunityamount dealvalue opportunityvalue closevalue value totalvalue wert betrag"
                 " auftragswert volumen montant valeur importe monto valor bedrag waarde " },
  { "amount", 2, " revenue expectedrevenue sales price umsatz " },
};

static const Usual *
find_table (AccordImportKind kind,
            gsize           *n)
{
  switch (kind)
    {
    case ACCORD_IMPORT_KIND_QUOTAS:
      *n = G_N_ELEMENTS (quota_headers);
      return quota_headers;

    case ACCORD_IMPORT_KIND_ACTUALS:
      *n = G_N_ELEMENTS (actual_headers);
      return actual_headers;

    case ACCORD_IMPORT_KIND_OPPORTUNITIES:
      *n = G_N_ELEMENTS (opportunity_headers);
      return opportunity_headers;

    case ACCORD_IMPORT_KIND_MEMBERS:
    default:
      *n = G_N_ELEMENTS (member_headers);
      return member_headers;
    }
}

const char *
accord_import_header_find (AccordImportKind kind,
                           const char      *header,
                           int             *rank)
{
  g_autofree char *key = accord_import_header_key (header);
  g_autofree char *word = g_strdup_printf (" %s ", key);
  gsize n;
  const Usual *table = find_table (kind, &n);

  for (gsize i = 0; *key != '\0' && i < n; i++)
    {
      if (strstr (table[i].keys, word) == NULL)
        continue;
      *rank = table[i].rank;
      return table[i].field;
    }

  return NULL;
}
