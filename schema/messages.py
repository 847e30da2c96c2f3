"""What refusals say to people, in Finnish, Swedish and English. The codes are stable; the words may improve."""

# One code, one line. {names} are facts of the problem.
# fmt: off

from collections.abc import Mapping

from models.vocabulary import refusals

LANGUAGES = ("fi", "sv", "en")
NO_FACTS: Mapping[str, str] = {}

MESSAGES: Mapping[str, tuple[str, str, str]] = {
    "INTERNAL": ("Odottamaton virhe. Ilmoita tunniste ylläpidolle.", "Oväntat fel. Meddela koden till administratören.", "Unexpected error. Report the id to the administrator."),
    "FORBIDDEN": ("Roolisi tai tunnisteesi laajuus (scope) ei salli tätä, tai et ole vielä hyväksynyt salassapitositoumusta.", "Din roll eller omfattningen av din token (scope) tillåter inte detta, eller så har du inte godkänt sekretessförbindelsen än.", "Your role or the scope of your token does not allow this, or you have not accepted the undertaking yet."),
    "PROCESSING_RESTRICTION": ("Henkilön tietojen käsittely on rajoitettu: niitä vain säilytetään, kunnes rajoitus poistetaan. Kysy tietosuojavastaavalta.", "Behandlingen av personens uppgifter är begränsad: de bevaras bara tills begränsningen hävs. Fråga dataskyddsombudet.", "Processing of this person's data is restricted: it is only stored until the restriction is lifted. Ask the privacy officer."),
    "FORBIDDEN_FIELD": ("Et voi muuttaa tätä kenttää nyt. Kysy syy: explain.", "Du kan inte ändra det här fältet nu. Fråga varför: explain.", "You may not change this field now. Ask why: explain."),
    "NOT_FOUND": ("Kohdetta ei löydy.", "Objektet hittades inte.", "There is no such object."),
    "STALE_REVISION": ("Tietoja on muutettu sillä välin. Hae uusin versio ja yritä uudelleen.", "Uppgifterna har ändrats under tiden. Hämta den senaste versionen och försök igen.", "The object was changed meanwhile. Read the newest revision and try again."),
    "NO_SUCH_REVISION": ("Versiota ei ole.", "Versionen finns inte.", "There is no such revision."),
    "IDEMPOTENCY_CONFLICT": ("Avainta on jo käytetty toiseen komentoon.", "Nyckeln har redan använts för ett annat kommando.", "The key was used for another command already."),
    "MISMATCH": ("Viittaukset kuuluvat eri asiakkaille.", "Referenserna hör till olika klienter.", "The references belong to different clients."),
    "VALUE_REQUIRED": ("Tieto on pakollinen.", "Uppgiften är obligatorisk.", "A value is required."),
    "WRONG_STATE": ("Siirtymä ei ole mahdollinen tästä tilasta.", "Övergången är inte möjlig från den här statusen.", "This transition does not start from the present state."),
    "WRONG_ROLE": ("Roolisi ei voi tehdä tätä siirtymää.", "Din roll kan inte göra den här övergången.", "Your role may not take this transition."),
    "COMMENT_REQUIRED": ("Kirjoita perustelu.", "Skriv en motivering.", "A comment is required."),
    "REASON_REQUIRED": ("Valitse syy.", "Välj en orsak.", "A reason code is required."),
    "UNKNOWN_TERM": ("Koodia ei ole sanastossa {vocabulary}, tai se ei ole voimassa.", "Koden finns inte i vokabulären {vocabulary} eller gäller inte.", "The vocabulary {vocabulary} has no such valid code."),
    "UNKNOWN_VOCABULARY": ("Sanastoa ei ole. Sanastot: {known}.", "Vokabulären finns inte. Vokabulärer: {known}.", "There is no such vocabulary. Vocabularies: {known}."),
    "RELATIONSHIP_OPEN": ("Asiakkaalla on voimassa oleva asiakkuus. Päätä se ensin.", "Klienten har en öppen relation. Avsluta den först.", "The client has an open relationship. End it first."),
    "PURGE_SCOPE": ("Yhden henkilön poisto nimeää henkilön, muut poistot rekisterin.", "Gallring av en person anger personen, övriga anger registret.", "A purge of one person names the person, the others name the register."),
    "NOTHING_DUE": ("Poistettavaa ei ole.", "Det finns inget att gallra.", "There is nothing to erase."),
    "ANOTHER_PERSON": ("Toisen henkilön on tehtävä tämä.", "En annan person måste göra detta.", "Another person must do this."),
    "COMMENT_NOT_KEPT": ("Poistoon ei voi liittää vapaata tekstiä: se jäisi jäljelle.", "Fri text kan inte fogas till en gallring: den skulle bli kvar.", "A purge keeps no free text: it would stay."),
    "ENDS_BEFORE_START": ("Päättymispäivä on ennen alkamispäivää.", "Slutdagen är före startdagen.", "It ends before it starts."),
    "BUSINESS_ID_TAKEN": ("Y-tunnus on jo käytössä. Tarkista se, tai muuta organisaatiota, jolla se on.", "FO-numret används redan. Kontrollera det, eller ändra organisationen som har det.", "The business id is in use already. Check it, or change the organisation that has it."),
    "NAME_TAKEN": ("Nimi on jo käytössä. Valitse toinen nimi tai käytä sitä, joka on jo olemassa.", "Namnet används redan. Välj ett annat eller använd det som redan finns.", "The name is in use already. Choose another, or use what bears it."),
    "DAY_TAKEN": ("Päivä on jo merkitty tälle sopimukselle. Muuta sitä.", "Dagen finns redan i avtalet. Ändra den.", "The contract has that day already. Change that one."),
    "OVERLAPPING_SERVICE": ("Asiakkaalla on jo päällekkäinen täysi palvelu. Muuta ajanjaksoa tai päätä toinen sopimus.", "Klienten har redan en överlappande full tjänst. Ändra perioden eller avsluta det andra avtalet.", "The client has an overlapping full service already. Change the period, or end the other contract."),
    "CONSTRAINT": ("Tietokanta ei hyväksy tietoja. Tarkista arvot; jos ne ovat oikein, ilmoita ylläpidolle.", "Databasen godtar inte uppgifterna. Kontrollera värdena; om de är rätt, meddela administratören.", "The database does not accept the data. Check the values; if they are right, tell the administrator."),
    "NOT_UNIQUE": ("Samat tiedot ovat jo toisella kohteella: {fields}. Muuta jotakin niistä, tai käytä kohdetta, joka on jo olemassa.", "Ett annat objekt har redan samma uppgifter: {fields}. Ändra någon av dem, eller använd det objekt som redan finns.", "Another object has the same already: {fields}. Change one of these, or use the object that is there."),
    "VALUE_OUT_OF_BOUNDS": ("Arvo ei ole sallituissa rajoissa: {fields}. Tarkista se.", "Värdet ligger utanför gränserna: {fields}. Kontrollera det.", "The value is out of bounds: {fields}. Check it."),
    "VALUES_DISAGREE": ("Tiedot eivät sovi yhteen: {fields}. Tarkista ne.", "Uppgifterna stämmer inte överens: {fields}. Kontrollera dem.", "The values do not agree: {fields}. Check them."),
    "ACCESS_OPEN": ("Sinulla on jo avoin hätäkatselu tähän asiakkaaseen. Käytä sitä, tai päätä se ensin.", "Du har redan en öppen nödåtkomst till klienten. Använd den, eller avsluta den först.", "You have emergency access to this client open already. Use that, or end it first."),
    "CORRECTED_ALREADY": ("Päivä on jo korjattu. Korjaa korjausta.", "Dagen är redan rättad. Rätta rättelsen.", "The day has been corrected already. Correct the correction."),
    "ASKED_TWICE": ("Samaa komentoa suoritettiin samaan aikaan. Lähetä se uudelleen samalla avaimella.", "Samma kommando utfördes samtidigt. Skicka det på nytt med samma nyckel.", "The same command was under way. Send it again with the same key."),
    "NOT_AUTHENTICATED": ("Kirjaudu sisään tai lähetä käyttövaltuus.", "Logga in eller skicka en åtkomsttoken.", "Log in or send an access token."),
    "TOKEN_REFUSED": ("Käyttövaltuutta ei hyväksytty.", "Åtkomsttoken godtogs inte.", "The access token was refused."),
    "TOKEN_MALFORMED": ("Authorization-otsakkeessa on oltava yksi Bearer-käyttövaltuus.", "Authorization ska innehålla en Bearer-token.", "Authorization must be one bearer token."),
    "PROVIDER_UNAVAILABLE": ("Tunnistuspalvelu ei vastaa, joten käyttövaltuutta ei voi tarkistaa. Yritä myöhemmin uudelleen.", "Identitetstjänsten svarar inte, så token kan inte kontrolleras. Försök senare.", "The identity provider does not answer; tokens cannot be verified. Try again later."),
    "ORIGIN_REFUSED": ("Pyyntö ei tule tämän palvelun sivulta.", "Begäran kommer inte från en sida i tjänsten.", "The request does not come from a page of this service."),
    "CSRF_REFUSED": ("Otsake X-CSRF-Token ei kuulu tähän istuntoon.", "Rubriken X-CSRF-Token hör inte till sessionen.", "The header X-CSRF-Token does not belong to this session."),
    "LINK_OVER": ("Täällä ei ole mitään, tai linkin aika on ohi. Pyydä uusi linkki.", "Det finns inget här, eller länkens tid är ute. Be om en ny länk.", "There is nothing here, or the link is over. Ask for a new one."),
    "FILE_UNREADABLE": ("Tiedosto ei aukea. Ilmoita ylläpidolle.", "Filen går inte att öppna. Meddela administratören.", "The file does not open. Tell the administrator."),
    "BODY_TOO_LONG": ("Lähetys on suurempi kuin ilmoitettiin tai sallitaan.", "Sändningen är större än vad som anmäldes eller tillåts.", "The body is larger than was announced or is accepted."),
    "BODY_TOO_SLOW": ("Lähetys kesti liian kauan. Yritä uudelleen.", "Sändningen tog för lång tid. Försök igen.", "The body took too long. Try again."),
    "BODY_CUT_OFF": ("Lähetys katkesi. Yritä uudelleen.", "Sändningen avbröts. Försök igen.", "The body ended early. Try again."),
    "BAD_CURSOR": ("Kursori ei kuulu tähän luetteloon. Hae ilman sitä.", "Markören hör inte till listan. Fråga utan den.", "The cursor is not of this list. Ask again without it."),
    "TOO_MANY": ("Arvoja on liikaa.", "För många värden.", "Too many values."),
    "OUT_OF_BOUNDS": ("Anna luku väliltä {least}–{most}.", "Ange ett tal mellan {least} och {most}.", "Give a number from {least} to {most}."),
    "REFERRAL_INCOMPLETE": ("Lähetteestä puuttuu tieto.", "En uppgift saknas i remissen.", "The referral lacks a value."),
    "CONSENT_NOT_IN_FORCE": ("Suostumus ei ole voimassa eikä lakiperustetta ole.", "Samtycket gäller inte och ingen lagstadgad grund finns.", "No consent is in force and there is no statutory basis."),
    "CLIENT_MISSING": ("Lähetteellä ei ole asiakasta.", "Remissen har ingen klient.", "The referral has no client."),
    "COACH_MISSING": ("Valitse vastuuvalmentaja.", "Välj ansvarig coach.", "Choose the responsible coach."),
    "REGISTER_MISSING": ("Valitse rekisteri.", "Välj register.", "Choose the register."),
    "REPORT_MISSING": ("Loppuraporttia ei ole toimitettu.", "Slutrapporten har inte lämnats.", "The final report has not been delivered."),
    "SERVICE_TYPE_NOT_VALID": ("Palvelumuoto ei ole voimassa aloituspäivänä.", "Serviceformen gäller inte på startdagen.", "The service type is not valid on the first day."),
    "PATTERN_MISSING": ("Viikkorytmi puuttuu.", "Veckoschemat saknas.", "The weekly pattern is missing."),
    "SERVICE_LIMITS": ("Sopimus ei noudata palvelumuodon rajoja.", "Avtalet följer inte serviceformens gränser.", "The contract breaks the limits of its service type."),
    "SIGNATURE_MISSING": ("Allekirjoitus puuttuu.", "En underskrift saknas.", "A signature is missing."),
    "SIGNED_ALREADY": ("Osapuoli on jo allekirjoittanut.", "Parten har redan undertecknat.", "The party has signed already."),
    "CODE_MISSING": ("Valitse päivän koodi.", "Välj dagens kod.", "Choose the code of the day."),
    "CODE_NOT_FOR_YOU": ("Tämän syyn kirjaa valmentaja.", "Den här orsaken antecknas av coachen.", "This reason is recorded by the coach."),
    "RECEIVED_OUT_OF_BOUNDS": ("Saapumispäivä on enintään 90 päivää sitten eikä tulevaisuudessa: {first} – {last}.", "Mottagningsdagen är högst 90 dagar tillbaka och inte i framtiden: {first} – {last}.", "The day of receipt is at most 90 days ago and not in the future: {first} – {last}."),
    "REVIEW_OUT_OF_BOUNDS": ("Turvakielto tarkistetaan vuoden kuluessa: {first} – {last}.", "Spärrmarkeringen kontrolleras inom ett år: {first} – {last}.", "A safety restriction is reviewed within a year: {first} – {last}."),
    "DAY_TO_COME": ("Päivä ei ole vielä tullut.", "Dagen har inte kommit än.", "The day has not come yet."),
    "ABSENCE_PENDING": ("Selvitä poissaolon syy ensin.", "Utred orsaken till frånvaron först.", "Settle the reason of the absence first."),
    "SWAP_UNPAIRED": ("Vaihdetulta päivältä puuttuu pari.", "Den bytta dagen saknar sitt par.", "The swapped day lacks its pair."),
    "CONTRACT_OPEN": ("Ohjelmalla on avoin sopimus. Päätä se ensin.", "Programmet har ett öppet avtal. Avsluta det först.", "The programme has an open contract. End it first."),
    "PLAN_MISSING": ("Palvelu edellyttää suunnitelmaa.", "Servicen kräver en plan.", "The service requires a plan."),
    "THIRD_PERSON_SHARED": ("Kirjausta, jossa mainitaan toinen henkilö, ei jaeta valmentautujalle.", "En anteckning som nämner en annan person delas inte med klienten.", "A note that mentions a third person is not shared with the trainee."),
    "IDENTITY_NOT_PROVEN": ("Totea ensin pyytäjän henkilöllisyys.", "Bekräfta först identiteten på den som begär.", "Establish first who asks."),
    "TOO_LATE_TO_EXTEND": ("Määräaika on jo kulunut, eikä sitä voi enää jatkaa.", "Tiden har gått ut och kan inte längre förlängas.", "The time is over and can no longer be extended."),
    "EXTENDED_ALREADY": ("Jatkosta on jo kerrottu.", "Förlängningen är redan meddelad.", "The person has been told of the extension already."),
    "SPECIAL_REASON_MISSING": ("Yli kaksi vuotta vanhoja lokitietoja annetaan vain erityisestä syystä. Kirjaa syy.", "Logguppgifter äldre än två år ges bara av särskilda skäl. Ange skälet.", "Log data older than two years is given for a special reason only. Give the reason."),
    "REQUEST_NOT_OPEN": ("Pyyntö ei ole käsittelyssä.", "Begäran är inte under behandling.", "The request is not being worked on."),
    "NO_PACKAGE": ("Tähän pyyntöön ei koota aineistoa.", "För denna begäran sammanställs inget material.", "No package is built for this kind of request."),
    "PACKAGE_MISSING": ("Aineistoa ei ole koottu, tai sen aika on kulunut. Kokoa se ensin.", "Materialet har inte sammanställts eller tiden har gått ut. Sammanställ det först.", "There is no package, or its time is over. Build it first."),
    "PACKAGE_PROTECTED": ("Turvakiellon alaisen henkilön aineiston avaa henkilö itse tai työntekijä, jolla on oikeus turvakiellon alaisiin tietoihin.", "Materialet om en person med spärrmarkering öppnas av personen själv eller av en medarbetare som har rätt till skyddade uppgifter.", "The package of a person under a safety restriction is opened by the person, or by staff who are cleared for protected data."),
    "WITHHOLDING_UNDECIDED": ("Aineistosta on jätetty pois tieto, josta ei ole päätetty. Anna se (RELEASE) tai kirjoita selitys, miksi se jätetään pois, ja kokoa aineisto uudelleen.", "En uppgift har lämnats bort utan beslut. Lämna ut den (RELEASE) eller skriv varför den lämnas bort, och sammanställ materialet på nytt.", "Something was left out that nobody has decided on. Release it, or explain why it is withheld, and build the package anew."),
    "PACKAGE_OUTDATED": ("Pois jätetyistä tiedoista on päätetty aineiston kokoamisen jälkeen. Kokoa se uudelleen.", "Det har beslutats om bortlämnade uppgifter efter sammanställningen. Sammanställ materialet på nytt.", "Something was decided on what is left out since the package was built. Build it anew."),
    "ITEMS_UNDECIDED": ("Ratkaise ensin jokainen korjaus.", "Avgör först varje rättelse.", "Decide on every correction first."),
    "ITEMS_REFUSED": ("Osa korjauksista on hylätty: toteuta pyyntö osittain.", "En del av rättelserna har avslagits: tillgodose begäran delvis.", "Some corrections were refused: fulfil the request partly."),
    "ERASURE_PENDING": ("Tietoja ei ole vielä poistettu.", "Uppgifterna har inte raderats än.", "The data has not been erased yet."),
    "REMAINS_MISSING": ("Ota pyyntö käsittelyyn ja kirjaa, mitä jää ja miksi (remains).", "Ta begäran till behandling och ange vad som blir kvar och varför (remains).", "Take the request up, and say what remains and why (remains)."),
    "REPLY_MISSING": ("Kirjoita vastaus.", "Skriv ett svar.", "Write the answer."),
    "NOT_RESTRICTING": ("Käsittelyä rajoitetaan vain rajoittamis-, vastustamis- tai korjauspyynnön vuoksi.", "Behandlingen begränsas bara på grund av begäran om begränsning, invändning eller rättelse.", "Processing is restricted only for a request to restrict, object or correct."),
    "RESTRICTION_IN_FORCE": ("Käsittelyn rajoitus on voimassa. Tietosuojavastaava poistaa sen ensin (ANNOUNCE_LIFTING, LIFT).", "Begränsningen av behandlingen gäller. Dataskyddsombudet häver den först (ANNOUNCE_LIFTING, LIFT).", "The restriction of processing is in force. The privacy officer lifts it first (ANNOUNCE_LIFTING, LIFT)."),
    "CLEARED_ONLY": ("Turvakiellon poistaa vain työntekijä, jolla on oikeus turvakiellon alaisiin tietoihin.", "Spärrmarkeringen hävs bara av en medarbetare som har rätt till skyddade uppgifter.", "A safety restriction is lifted only by staff who are cleared for protected data."),
    "ERASURE_UNDER_WAY": ("Tietoja poistetaan parhaillaan: poistoa ei voi enää perua.", "Uppgifterna raderas just nu: raderingen kan inte längre återkallas.", "The data is being erased: it can no longer be taken back."),
    "RESTRICTION_NOT_SET": ("Tällä pyynnöllä ei ole rajoitettu käsittelyä.", "Behandlingen har inte begränsats genom denna begäran.", "Processing is not restricted by this request."),
    "LIFTING_NOT_ANNOUNCED": ("Ilmoita rajoituksen päättymisestä henkilölle ennen päivää, jona se päättyy.", "Meddela personen före den dag då begränsningen upphör.", "Tell the person before the day on which the restriction ends."),
    "NOT_A_CORRECTION": ("Pyyntö ei ole korjauspyyntö.", "Begäran är inte en begäran om rättelse.", "The request is not a request to correct."),
    "NOT_RECTIFIABLE": ("Tietoa ei voi korjata näin sen nykyisessä tilassa. Korjaa se tietolajin omalla tavalla ja totea korjatuksi muulla tavalla.", "Uppgiften kan inte rättas så i sitt nuvarande läge. Rätta den på uppgiftsslagets eget sätt och notera det.", "The data cannot be corrected this way in its present state. Correct it by the type's own way and complete the item otherwise."),
    "ALREADY_LISTED": ("Tieto on jo luettelossa: muuta sitä.", "Uppgiften finns redan i förteckningen: ändra den.", "It is listed already: change that entry."),
    "NOT_IN_PLAIN_TEXT": ("Henkilötunnusta ei kirjoiteta tähän. Kerro se henkilökohtaisesti.", "Personbeteckningen skrivs inte här. Meddela den personligen.", "An identity code is not written here. Tell it in person."),
    "WITHDRAWAL_STANDS": ("Peruttua suostumusta ei voi palauttaa.", "Ett återkallat samtycke kan inte återställas.", "A withdrawn consent stays withdrawn."),
    "PERIOD_BACKWARDS": ("Päättymispäivä on ennen alkamispäivää.", "Slutdagen är före startdagen.", "The last day is before the first."),
    "WEEKDAY_TWICE": ("Viikonpäivä on rytmissä kahdesti.", "Veckodagen finns två gånger i schemat.", "A weekday stands twice in the pattern."),
    "DAYS_PROTECTED": ("Turvakiellon alaisen henkilön päiviä lisää työntekijä, jolla on oikeus turvakiellon alaisiin tietoihin.", "Dagar för en person med spärrmarkering läggs till av en medarbetare som har rätt till skyddade uppgifter.", "Days of a person under a safety restriction are added by staff who are cleared for protected data."),
    "DAY_OUTSIDE_CONTRACT": ("Päivä ei ole sopimuksen aikana.", "Dagen ligger utanför avtalet.", "The day is outside the contract."),
    "NOT_A_LOCKED_DAY": ("Korjattavaa lukittua päivää ei ole.", "Det finns ingen låst dag att rätta.", "There is no such locked day to correct."),
    "UNKNOWN_SCOPE": ("Oikeutta ei ole. Valitse: referrals:write, referrals:read, attendance:read, reports:read.", "Rättigheten finns inte. Välj: referrals:write, referrals:read, attendance:read, reports:read.", "No such scope. Choose of referrals:write, referrals:read, attendance:read, reports:read."),
    "NO_SECRET": ("Järjestelmällä ei ole salaisuutta, joka voitaisiin uusia.", "Systemet har ingen hemlighet att förnya.", "The client has no secret to renew."),
    "AGENCY_CLIENT_REFUSED": ("Avaimet eivät kelpaa: anna julkiset allekirjoitusavaimet tunnuksineen.", "Nycklarna duger inte: ge publika signeringsnycklar med id.", "The keys are not accepted: give public signing keys with ids."),
    "CONSENT_INCOMPLETE": ("Suostumuksesta puuttuu tieto tai sen aika on ohi.", "En uppgift saknas i samtycket eller dess tid är ute.", "The consent lacks a value, or its time is over."),
    "EVIDENCE_MISSING": ("Merkitse, missä allekirjoitettu paperi on.", "Anteckna var det undertecknade papperet finns.", "Say where the signed paper is."),
    "REASON_TOO_SHORT": ("Kirjoita syy vähintään 20 merkillä.", "Skriv orsaken med minst 20 tecken.", "Give the reason in at least 20 characters."),
    "REASON_WITHOUT_WORDS": ("Kirjoita syy vähintään kolmella eri sanalla.", "Skriv orsaken med minst tre olika ord.", "Give the reason in at least three different words."),
    "TOO_MANY_OPEN": ("Hätäkatseluja voi olla avoinna enintään {most}. Päätä jokin niistä (END) tai odota, että se päättyy: {ends}.", "Högst {most} nödåtkomster kan vara öppna. Avsluta en av dem (END) eller vänta tills den slutar: {ends}.", "At most {most} emergency accesses are open at once. End one (END), or wait until it ends, Finnish time: {ends}."),
    "NOT_SUPPORT_STAFF": ("Henkilöllä ei ole tukihenkilön roolia.", "Personen har ingen supportroll.", "The person does not hold the role of support."),
    "ONE_TARGET": ("Nimeä joko asiakas tai yksikkö.", "Ange antingen klient eller enhet.", "Name either a client or a unit."),
    "ACCESS_ENDS_EARLY": ("Tukikatselu päättyy ennen kuin se alkaa, tai se on jo päättynyt. Korjaa aika.", "Supportåtkomsten slutar innan den börjar, eller har redan slutat. Rätta tiden.", "Support access ends before it starts, or is over already. Correct the times."),
    "TOO_LONG_ACCESS": ("Tukikatselu kestää enintään kahdeksan tuntia.", "Supportåtkomst varar högst åtta timmar.", "Support access lasts at most eight hours."),
    "OUTSIDE_EEA": ("Maa on EU/ETA-alueen ulkopuolella. Tietoja ei viedä sinne.", "Landet ligger utanför EU/EES. Uppgifter förs inte dit.", "The country is outside the EU/EEA. Nothing is sent there."),
    "HOST_MALFORMED": ("Palvelimen nimi ei kelpaa.", "Serverns namn duger inte.", "That is no host name."),
    "UNKNOWN_EVENT": ("Tapahtumaa ei ole. Muoto on tyyppi.tapahtuma, esimerkiksi referral.submit.", "Händelsen finns inte. Formen är typ.händelse, till exempel referral.submit.", "There is no such event. The form is type.event, such as referral.submit."),
    "RECIPIENTS_CANNOT_SEE": ("Nämä vastaanottajat eivät voi koskaan nähdä kohdetta, joten heille ei ilmoitettaisi mitään. Valitse: {possible}.", "De här mottagarna kan aldrig se objektet, så de skulle inte få några meddelanden. Välj: {possible}.", "These recipients can never see the object, so they would be told nothing. Choose: {possible}."),
    "UNIT_REQUIRED": ("Nimeä yksikkö: roolisi ({roles}) koskee vain omia yksiköitäsi.", "Ange enheten: din roll ({roles}) gäller bara dina egna enheter.", "Name the unit: your role ({roles}) holds in your own units only."),
    "NOT_ATTACHABLE": ("Tähän ei voi liittää tiedostoja.", "Filer kan inte bifogas här.", "Files cannot be attached here."),
    "FILE_TOO_LARGE": ("Tiedosto on tyhjä tai liian suuri.", "Filen är tom eller för stor.", "The file is empty or too large."),
    "FILE_TYPE_REFUSED": ("Tiedostotyyppi ei kelpaa tai ei vastaa sisältöä. Sallittuja: pdf, png, jpg, heic, docx, odt, xlsx, txt, csv.", "Filtypen duger inte eller motsvarar inte innehållet. Tillåtna: pdf, png, jpg, heic, docx, odt, xlsx, txt, csv.", "The type of the file is not accepted or is not what it says. Accepted: pdf, png, jpg, heic, docx, odt, xlsx, txt, csv."),
    "FILE_DIGEST_REFUSED": ("Tiedosto ei ole se, joka ilmoitettiin. Lähetä se uudelleen.", "Filen är inte den som anmäldes. Skicka den på nytt.", "The file is not the one that was announced. Send it again."),
    "ABOUT_ONESELF": ("Et voi ratkaista omaa katseluasi koskevaa poikkeamaa.", "Du kan inte avgöra en avvikelse som gäller dig själv.", "You may not judge an anomaly about yourself."),
    "SAME_REVIEWER": ("Julkaisijan on oltava toinen henkilö kuin kirjoittaja.", "Den som publicerar måste vara någon annan än skribenten.", "Somebody else than the writer must publish it."),
    "COPY_OPEN": ("Työkopio on jo avoinna.", "En arbetskopia är redan öppen.", "A working copy is open already."),
    "ORIGINAL_MOVED": ("Alkuperäinen ei ole enää voimassa. Tee uusi työkopio.", "Originalet gäller inte längre. Gör en ny kopia.", "The original is no longer in force. Make a new copy."),
    "PUBLISHED_ALREADY": ("Voimassa on jo julkaistu versio. Muokkaa sen työkopiota.", "En version är redan publicerad. Redigera en kopia av den.", "A version is published already. Edit a working copy of it."),
    "NOTICE_INCOMPLETE": ("Selosteesta puuttuu lain vaatima kohta.", "Beskrivningen saknar en lagstadgad punkt.", "The notice lacks a topic that the law asks for."),
    "NOTICE_NOT_PUBLISHED": ("Vain voimassa olevan selosteen voi kuitata.", "Bara den gällande beskrivningen kan kvitteras.", "Only the notice in force can be acknowledged."),
    "TOPIC_TWICE": ("Sama kohta on selosteessa kahdesti.", "Samma punkt finns två gånger.", "A topic stands twice."),
    "ACKNOWLEDGED_ALREADY": ("Olet jo kuitannut tämän version.", "Du har redan kvitterat den här versionen.", "You have acknowledged this version already."),
    "FORM_SCHEMA_REFUSED": ("Lomakkeen kuvaus ei ole sallittua JSON Schemaa.", "Formulärets beskrivning är inte tillåtet JSON Schema.", "The form is not of the JSON Schema that is accepted."),
    "FORM_FIELD_UNCOVERED": ("Kenttä ei kuulu mihinkään osioon, joten kukaan ei saisi lukea sitä.", "Fältet hör inte till något avsnitt, så ingen skulle få läsa det.", "The field stands in no section, so nobody could read it."),
    "FORM_FIELD_TWICE": ("Kenttä kuuluu kahteen osioon.", "Fältet hör till två avsnitt.", "The field stands in two sections."),
    "FORM_FIELD_UNKNOWN": ("Osion kenttää ei ole lomakkeella.", "Avsnittets fält finns inte i formuläret.", "The form has no such field."),
    "FORM_TITLES_MISSING": ("Kentältä puuttuu nimi suomeksi, ruotsiksi ja englanniksi.", "Fältet saknar namn på finska, svenska och engelska.", "The field lacks its titles in Finnish, Swedish and English."),
    "SECTION_PERMISSION_UNKNOWN": ("Osion oikeutta ei ole, tai sitä ei voi olla kenelläkään. Lukuoikeus: {readable}. Kirjoitusoikeus: {writable}.", "Avsnittets rättighet finns inte, eller ingen kan ha den. Läsrätt: {readable}. Skrivrätt: {writable}.", "There is no such permission of a section, or nobody can hold it. Read: {readable}. Write: {writable}."),
    "REFERRAL_NOT_DRAFT": ("Lähetteen kysymyksiin vastataan, kun lähete on luonnos.", "Frågorna i en remiss besvaras medan remissen är ett utkast.", "The questions of a referral are answered while it is a draft."),
    "TEMPLATE_NOT_OF_REFERRALS": ("Lomakepohjassa ei ole lähetteen kysymyksiä.", "Formulärmallen innehåller inte frågor i en remiss.", "The template does not hold questions of a referral."),
    "TEMPLATE_NOT_PUBLISHED": ("Lomakepohja ei ole käytössä.", "Formulärmallen är inte i bruk.", "The template is not in use."),
    "ANSWERS_REFUSED": ("Vastaukset eivät ole oikeassa muodossa.", "Svaren har fel form.", "The answers are not of the right form."),
    "ANSWER_REFUSED": ("Vastaus ei kelpaa tähän kenttään.", "Svaret passar inte i fältet.", "The field does not take this answer."),
    "ANSWER_MISSING": ("Pakollinen vastaus puuttuu.", "Ett obligatoriskt svar saknas.", "A required answer is missing."),
    "IN_USE": ("Kohteeseen liittyy muita tietoja. Poista ne ensin.", "Andra uppgifter hänger på objektet. Radera dem först.", "Other objects hang on it. Delete those first."),
    "REFERENCE_GONE": ("Jotakin, johon kohde viittaa, ei enää ole. Palauta se ensin.", "Något som objektet hänvisar till finns inte längre. Återställ det först.", "Something it leads to is no more. Restore that first."),
    "SETTLED_ALREADY": ("Asetukset ovat jo olemassa. Muuta niitä.", "Inställningarna finns redan. Ändra dem.", "The settings are there already. Change those."),
    "LAW_IN_FORCE": ("Rekisterillä on jo voimassa olevat säännöt. Muokkaa niistä työkopio (EDIT).", "Registret har redan gällande regler. Redigera en kopia av dem (EDIT).", "The register has a law in force. Edit a working copy of it (EDIT)."),
    "PASSIVE_TOO_LATE": ("Asiakkuus voi olla vain säilytyksessä enintään niin kauan kuin tietoja säilytetään.", "En relation kan bevaras högst så länge som uppgifterna förvaras.", "A relationship can be retained at most as long as the data is kept."),
    "ERASURE_PROPOSED": ("Henkilön poistamista on jo ehdotettu. Hyväksy tai peru se ensin.", "Radering av personen har redan föreslagits. Godkänn eller återta den först.", "The erasure of this person is proposed already. Approve it or cancel it first."),
    "OWN_REQUEST": ("Kirjasit tämän pyynnön itse. Toinen tietosuojavastaava jatkaa sitä, tai valmentaja kirjaa pyynnön.", "Du skrev själv in denna begäran. Ett annat dataskyddsombud fortsätter, eller handledaren skriver in den.", "You typed this request in yourself. Another privacy officer goes on with it, or the coach types it in."),
    "NOT_ERASING": ("Pyyntö ei koske tietojen poistamista.", "Begäran gäller inte radering.", "The request does not ask for erasure."),
    "PURPOSE_NOT_OPEN": ("Roolisi ei tue tätä käyttötarkoitusta. Mahdolliset: {possible}. Ilman mainintaa tarkoitus päätellään roolista.", "Din roll stöder inte detta ändamål. Möjliga: {possible}. Utan uppgift härleds ändamålet ur rollen.", "Your role does not have this purpose. Open to you: {possible}. Where none is stated it is derived from the role."),
    "BAD_ARGUMENT": ("Argumentti ei ole sallituissa rajoissa.", "Argumentet ligger utanför gränserna.", "An argument is out of its bounds."),
    "QUERY_TOO_COMPLEX": ("Kysely on liian suuri. Pyydä pienempiä sivuja.", "Frågan är för stor. Be om mindre sidor.", "The query is too large. Ask for smaller pages."),
}  # fmt: skip


def message(code: str, language: str, otherwise: str, facts: Mapping[str, str] = NO_FACTS) -> str:
    """Return the words of a code in a language, with the facts that they name; `otherwise` where there are none."""
    words = MESSAGES.get(code) or _of_value(code)
    if words is None:
        return otherwise or code
    return words[LANGUAGES.index(language if language in LANGUAGES else "fi")].format_map(_Facts(facts))


class _Facts(dict[str, str]):
    """Facts of a problem; one that nobody gave is a dash: a refusal never fails over its words."""

    def __missing__(self, name: str) -> str:
        return "–"


def _of_value(code: str) -> tuple[str, str, str] | None:
    word = refusals().get(code)
    return (word.fi, word.sv, word.en) if word else None


def preferred(accept_language: str) -> str:
    """Return the language that an Accept-Language header asks for first among ours; Finnish otherwise."""
    for part in accept_language.lower().split(","):
        tag = part.split(";")[0].strip()[:2]
        if tag in LANGUAGES:
            return tag
    return "fi"
