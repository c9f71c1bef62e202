import { indexOpenings } from './openings.ts';

/**
 * What lines of site furniture look like, whatever the markup: calls to subscribe or follow, pointers to other
 * articles, rights lines, buttons. Each pattern is anchored and reads a bounded piece of one line.
 */

/** Longest line that can be furniture by its words; articles may speak of subscriptions at length. */
const LONGEST = 400;

/** Whole lines, in lower case and without the marks at their ends, that are controls or labels of a site. */
const CONTROLS: Readonly<Record<string, readonly string[]>> = {
  navigation: [
    'navigation', 'menu', 'home', 'search', 'skip to content', 'skip to main content', 'skip navigation', 'main menu', 'back to top', 'top', 'next', 'previous', 'back',
    'next article', 'previous article', 'sections', 'topics', 'close', 'toggle navigation', 'startseite', 'suche', 'menü', 'zurück', 'nach oben', 'zum inhalt springen', 'weiter',
    'inicio', 'buscar', 'volver', 'accueil', 'rechercher', 'menu principal', 'retour', 'home page', 'breaking news', 'latest news', 'all news', 'site map', 'sitemap', 'contents', 'table of contents', 'inhalt', 'inhaltsverzeichnis',
    'قائمة', 'بحث', 'الرئيسية', 'главная', 'поиск', 'меню',
  ],
  'share buttons': [
    'share', 'share this', 'share this article', 'share this story', 'share on facebook', 'share on twitter', 'tweet', 'facebook', 'twitter', 'whatsapp', 'telegram', 'linkedin', 'pinterest', 'reddit', 'email', 'e-mail', 'mail', 'xing', 'x',
    'email this', 'email this article', 'copy link', 'link copied', 'like', 'like this', 'share via', 'instagram', 'youtube', 'flipboard', 'messenger', 'tumblr', 'google+', 'pocket', 'teilen', 'artikel teilen', 'beitrag teilen', 'diesen beitrag teilen', 'merken', 'twittern',
    'compartir', 'compartir en facebook', 'partager', 'partager cet article', 'condividi', 'compartilhar', 'compartilhe', 'udostępnij', 'podziel się', 'delen', 'dela', 'del', 'jaa', 'поделиться', 'شارك', 'مشاركة', 'paylaş', 'follow', 'follow us', 'like us', 'folgen sie uns', 'síguenos', 'suivez-nous',
    'teilen sie diesen artikel', 'share article', 'share story',
  ],
  'page control': [
    'print', 'print this', 'print article', 'print this article', 'drucken', 'seite drucken', 'imprimir', 'imprimer', 'stampa', 'save', 'listen', 'listen to article', 'listen to this article', 'play', 'pause', 'mute', 'loading', 'loading...', 'read aloud', 'copy', 'text size', 'a a', 'aa', 'print this page', 'save this page', 'report an issue', 'play audio', 'show caption', 'pdf', 'download pdf', 'pdf herunterladen',
    'view gallery', 'view all', 'see all', 'show more', 'load more', 'view more', 'more', 'mehr', 'mehr anzeigen', 'ver más', 'voir plus', 'expand', 'collapse', 'play video', 'watch video', 'video', 'enlarge image', 'bild vergrößern', 'toggle caption', 'hide caption', 'image', 'images', 'photo', 'photos', 'slideshow', 'gallery', 'bildergalerie', 'vorlesen', 'artikel merken', 'ampliar', 'reply', 'antworten', 'edit', 'bearbeiten',
    'view comments', 'give us feedback', 'send feedback', 'open in app', 'submit', 'send', 'senden', 'report a typo', 'report an error', 'correct', 'suggest a correction', 'translate', 'auto playing', 'this article is more than', 'quellen ausblenden', 'quellen anzeigen',
  ],
  comments: [
    'comments', 'comment', 'leave a comment', 'leave a reply', 'post a comment', 'add a comment', 'no comments', 'kommentare', 'kommentar', 'kommentieren', 'kommentar schreiben', 'kommentare geschlossen', 'kommentar hinterlassen', 'schreibe einen kommentar', 'comentarios', 'commentaires', 'comentários', 'komentarze',
    'join the conversation', 'join the discussion', 'be the first to comment', 'view all comments', 'show comments', 'comments are closed', 'write a comment', 'deja un comentario', 'laisser un commentaire',
  ],
  advertisement: [
    'advertisement', 'advertisements', 'advert', 'adverts', 'ad', 'ads', 'advertising', 'sponsored', 'sponsored content', 'sponsored by', 'promoted', 'anzeige', 'werbung', 'publicidad', 'publicité', 'pubblicità', 'reklama', 'реклама', 'إعلان', 'reklam', 'advertentie', 'annons', 'annonse', 'story continues below', 'story continues below advertisement',
    'article continues below', 'article continues after advertisement', 'advertisement - scroll to continue', 'continue reading below', 'scroll to continue', 'paid content', 'partner content', 'anuncio', 'continua depois da publicidade', 'report ad', 'report this ad', 'story continues below this ad', 'continue reading after the ad', 'advertising disclosure', 'affiliate disclosure',
  ],
  'related links': [
    'related', 'related stories', 'related articles', 'related article', 'related content', 'related news', 'related topics', 'related posts', 'related links', 'related coverage', 'related video', 'read more', 'read also', 'also read', 'see also', 'more stories', 'more news', 'more on this', 'more on this story', 'more from', 'most read', 'most popular', 'trending', 'trending now', 'recommended', 'recommended for you',
    'you may also like', 'you might also like', 'you may like', 'up next', 'read next', "don't miss", 'don’t miss', 'editors’ picks', "editor's picks", 'top stories', 'in other news', 'latest stories', 'recent posts', 'popular', 'must read', 'more like this', 'story timeline', 'keep reading', 'continue reading', 'more information', 'further reading', 'links', 'do not miss', 'next story', 'more headlines', 'more coverage', 'you might have missed', 'from our partners',
    'mehr zum thema', 'mehr dazu', 'lesen sie auch', 'lesen sie mehr', 'lesen sie mehr zum thema', 'auch interessant', 'das könnte sie auch interessieren', 'das könnte dich auch interessieren', 'das könnte ihnen auch gefallen', 'ähnliche artikel', 'ähnliche beiträge', 'ähnliche themen', 'verwandte themen', 'verwandte artikel', 'weitere artikel', 'weitere beiträge', 'weitere themen', 'weitere meldungen', 'weitere nachrichten', 'weiterlesen', 'weiterführende links', 'weitere informationen', 'schon gelesen', 'meistgelesen', 'zum thema', 'siehe auch', 'passend zum thema', 'empfohlene beiträge', 'empfehlungen', 'auch interessant', 'links zum thema', 'mehr lesen', 'mehr erfahren', 'mehr infos', 'mehr informationen', 'themen', 'zusatzinformationen', 'downloads', 'download',
    'leer más', 'lea también', 'lea además', 'le puede interesar', 'te puede interesar', 'puede interesarte', 'también te puede interesar', 'noticias relacionadas', 'artículos relacionados', 'temas relacionados', 'contenido relacionado', 'contexto de la noticia', 'más noticias', 'más información', 'más leídas', 'ver también', 'relacionados',
    'lire aussi', 'à lire aussi', 'lire la suite', 'voir aussi', 'à voir aussi', 'articles liés', 'sur le même sujet', 'en savoir plus', 'les plus lus', 'aussi à lire', 'lire plus', 'leia também', 'leia mais', 'veja também', 'saiba mais', 'notícias relacionadas', 'leggi anche', 'potrebbe interessarti', 'articoli correlati', 'czytaj także', 'czytaj też', 'czytaj więcej', 'zobacz także', 'zobacz też', 'zobacz również', 'przeczytaj także', 'polecane', 'lees ook', 'lees meer', 'läs också', 'läs mer', 'les også',
    'читайте также', 'читать далее', 'смотрите также', 'по теме', 'اقرأ أيضا', 'اقرأ أيضاً', 'اقرأ المزيد', 'مواضيع ذات صلة', 'ilgili haberler',
  ],
  'cookie notice': ['accept all', 'accept cookies', 'accept all cookies', 'reject all', 'manage cookies', 'cookie settings', 'manage preferences', 'alle akzeptieren', 'i agree', 'got it'],
  'newsletter sign-up': ['enter your email', 'enter your email address', 'your email', 'your email address', 'email address', 'cancel anytime', 'no spam', 'newsletter', 'newsletters', 'subscribe', 'subscribe now', 'sign up', 'sign up now', 'zum newsletter anmelden', 'newsletter abonnieren', 'suscríbete', 'suscribirse', "s'abonner", 's’abonner', 'jetzt abonnieren', 'abonnieren', 'abonnez-vous', 'inscrivez-vous', 'get our newsletter'],
  form: ['login', 'log in', 'sign in', 'register', 'anmelden', 'einloggen', 'registrieren', 'iniciar sesión', 'connexion', 'logout', 'password', 'username'],
  promotion: ['support us', 'donate', 'donate now', 'download the app', 'get the app', 'jetzt spenden', 'spenden', 'contact us', 'about us', 'kontakt', 'lust auf mehr', 'get breaking news', 'become a member', 'watch live', 'exclusive', 'premium', 'subscribers only'],
  tags: ['tags', 'tag', 'tagged', 'filed under', 'topics', 'schlagworte', 'schlagwörter', 'schlagwort', 'stichworte', 'etiquetas', 'mots-clés', 'keywords', 'categories', 'category', 'kategorien', 'kategorie', 'markiert mit', 'temas', 'tematy', 'tagi', 'topics in this article', 'more about'],
}; // biome-ignore format: a table

const CONTROL_WHY: ReadonlyMap<string, string> = new Map(
  Object.entries(CONTROLS).flatMap(([why, lines]) => lines.map((line) => [line, why] as const)),
);

/** Why a line is left out that says that the rest of the article is for subscribers. */
export const PAYWALL_NOTICE = 'paywall notice';

/** Beginnings of lines. Each is tried on the first characters only. */
const BEGINNINGS: readonly (readonly [string, RegExp])[] = [
  [PAYWALL_NOTICE, /^(?:(?:please )?(?:subscribe|log ?in|sign in|sign up|register|become a (?:member|subscriber)|start your|join|upgrade|buy|get|unlock)\b[^.!?]{0,60}\b(?:to (?:continue|keep|finish) reading|to (?:read|access|view|unlock) (?:the (?:full|rest|whole|entire|complete)|this|all|unlimited|every|more)|(?:the )?(?:full|rest of (?:the|this)) (?:article|story)|unlimited (?:digital )?access)|to (?:continue|keep) reading\b|(?:continue|keep) reading (?:with|for|this article with)\b|(?:this|the (?:full|rest of (?:the|this)|complete)) (?:article|story|content|post|text|report) (?:is|are) (?:for|only|available|reserved|exclusive|exclusively|behind|locked|restricted)\b[^.!?]{0,40}\b(?:subscribers?|members?|readers|paywall|premium|registered)|you(?:['’]ve| have) (?:reached|read|used)\b[^.!?]{0,40}\b(?:limit|free articles?)|(?:already|not) a (?:subscriber|member)|subscribers? only|(?:for )?subscribers only|premium (?:content|article)|members[- ]only|this is (?:a )?(?:premium|subscriber)|(?:diesen |den ganzen |den vollständigen )?(?:artikel|text|beitrag|bericht) (?:jetzt )?(?:weiter|ganz|vollständig|komplett|freischalten)|(?:jetzt )?weiterlesen mit\b|mit\b.{1,30}\bweiterlesen|(?:dieser|der (?:ganze|vollständige)) (?:artikel|inhalt|beitrag|text) (?:ist|steht)\b[^.!?]{0,40}\b(?:abonnenten|abonnent\*innen|registrierte|mitglieder|kostenpflichtig|plus)|nur für abonnenten|exklusiv für abonnenten|(?:cet )?article (?:est )?réservé|(?:la suite|le contenu|cet article)[^.!?]{0,30}réservée? (?:aux|à nos) abonnés|il vous reste \d{1,2}|(?:déjà|pas encore) abonné|abonnez-vous pour (?:lire|continuer)|(?:este )?(?:contenido|artículo|texto) (?:es )?(?:exclusivo|solo|reservado)|(?:suscríbe|regístra)te[^.!?]{0,30}(?:para|y) (?:seguir|sigue|continuar|leer)|para (?:seguir|continuar) leyendo|(?:conteúdo|matéria|texto) exclusiv[oa] (?:para|de) assinantes|assine para (?:ler|continuar)|para continuar lendo|(?:contenuto|articolo) riservato agli abbonati|abbonati per (?:leggere|continuare)|dalszy ciąg dla|(?:artykuł|treść|tekst) (?:tylko )?dla (?:subskrybentów|prenumeratorów)|(?:dit )?artikel (?:is )?(?:exclusief|alleen) voor abonnees|(?:artikeln är )?(?:bara )?för prenumeranter|полный текст доступен)/iu],
  ['cookie notice', /^(?:(?:this|our) (?:site|website|page) (?:uses|and)[^.]{0,60}cookies|we (?:and our partners )?(?:use|store) (?:a )?cookies?\b|cookies? (?:help|policy|notice|settings|preferences)|by (?:continuing|using|browsing)[^.]{0,80}cookies)/i],
  ['newsletter sign-up', /^(?:by (?:signing up|subscribing|registering|providing|submitting|entering your|clicking)[^.!?]{0,60}\byou (?:agree|accept|consent|acknowledge)\b|(?:get|don['’]t miss|receive)\b[^.!?]{0,80}\b(?:roundup|round-up|briefing|digest|delivered (?:to|each|every|straight|directly|daily|weekly))\b|(?:you can )?unsubscribe (?:at any time|anytime)|enter your e-?mail)/i],
  ['promotion', /^(?:(?:have|got|do you have) (?:a|any|an) (?:news |story |hot )?(?:tips?|questions?|stor(?:y|ies)|idea)\b[^.!?]{0,60}\?|(?:like|liked|enjoy|enjoyed|love|loved|enjoying) (?:this|what you|our)\b[^.!?]{0,60}\?|try (?:it |\S{1,20} )?(?:for )?free|(?:we|our)\b[^?!]{0,160}\bplease consider (?:a (?:donation|contribution|subscription)|donating|supporting|becoming|making|subscribing))/i],
  ['related links', /^(?:More|MORE) (?:(?:[Ff]rom|FROM|[Oo]n|ON) (?:the )?\p{Lu}[^.!?]{1,40}|(?:[Ii]n|IN) \p{Lu}\p{L}{1,20}(?: \p{Lu}\p{L}{1,20})?)$/u],
  ['page control', /^(?:listen(?: to this (?:article|story))?[\s·•|:-]{1,4}\d{1,3}\s?min(?:ute)?s?|\d{1,3}[\s-]min(?:ute)?s? (?:listen|watch)|\d{1,2}:\d{2}\s?\/\s?\d{1,2}:\d{2}|\d(?:\.\d{1,2})?x|(?:slideshow|gallery|photos?|bilder)\s?\(\s?\d{1,3}\s?(?:images|photos|pictures|bilder)?\s?\)|(?:if you (?:see|can see|are seeing) this[^.]{0,60}|please (?:enable|update|upgrade)[^.]{0,40}|this (?:page|site|app|video)[^.]{0,30})\b(?:browser|javascript)\b.{0,60}|your browser (?:is|does|has|may|needs|must)\b.{0,80}|if you (?:notice|find|spot) (?:an|any) (?:error|mistake|typo)\b.{0,80})$/i],
  ['footer', /^our standards\s{0,2}:/i],
  ['related links', /^(?:read (?:more|also|next|the full|this)|also read|see also|see more|more on|more:|more from|related(?: (?:article|story|stories|content|coverage|news|links?|video|posts?|topics?|reading))?|read|watch|watch also|listen|must read|don['’]t miss|recommended|up next|click here (?:for|to read)|editor['’]s note: read)\s{0,2}[:|>»–—]/i],
  ['related links', /^(?:lesen sie (?:auch|mehr|dazu|hier)|mehr (?:zum thema|dazu|infos|aus der|informationen)|auch (?:interessant|auf)|siehe auch|(?:das|dieses thema|das thema|diese (?:artikel|beiträge|themen)) könnten? (?:sie|dich|euch|ihnen)|(?:artikel|beiträge|videos)(?: und \p{L}{4,12})? zum thema|ähnliche (?:artikel|beiträge|themen)|weitere (?:informationen|infos|artikel|beiträge|themen|meldungen|aktuelle|nachrichten)|weiterführende|passend dazu|zum weiterlesen|schon gelesen|hier geht es zu[mr]?)(?![\p{L}])/iu],
  ['related links', /^(?:le[ae]r? (?:también|además|más)|(?:le|te|también te|también le) puede interesar|puede leer|mire|vea (?:también|además|aquí)|ver también|más (?:sobre|noticias|información)|además lea|no te pierdas|te recomendamos|nota relacionada|relacionad[ao]s?)\s{0,2}[:|»]/iu],
  ['related links', /^(?:(?:à )?lire (?:aussi|également|plus|la suite)|(?:à )?voir aussi|sur le même sujet|retrouvez (?:ici|aussi)|leia (?:também|mais)|veja (?:também|mais)|saiba mais|confira também|leggi anche|(?:czytaj|przeczytaj|zobacz|sprawdź) (?:także|też|również|więcej)|czytasz właśnie|lees (?:ook|meer|verder)|läs (?:också|mer|även)|les (?:også|mer)|читайте (?:также|ещё|еще)|читать (?:также|далее)|смотрите также|اقرأ (?:أيضا|أيضًا|أيضاً|المزيد)|شاهد أيضا)/iu],
  ['related links', /^(?:more (?:great |top |big )?.{0,30}(?:stories|articles|coverage|headlines)|(?:você )?(?:também )?pode(?: também)? gostar|quizás te interese|mehr von|mehr aus)\b.{0,30}$/iu],
  ['page control', /^(?:(?:page|seite|página|pagina|strona|sida|side|sayfa|страница)\s\d{1,2}\s?(?:of|von|de|di|z|av|sur|из|\/)\s?\d{1,2}|(?:continued? (?:on|to)|go to|next:?) page\s?\d{0,2}|(?:next|previous|nächste|vorherige|page suivante|siguiente|próxima) (?:page|seite|página)|(?:read|view|show)(?: (?:this|as))?(?: (?:article|story))? (?:on (?:one|a single)|as (?:one|a single)) page|single page|auf einer seite (?:lesen|anzeigen)|(?:pages?|seiten?)\s?:?\s?(?:\d{1,2}\s?[|·,]?\s?){2,15}|(?:[«‹<]\s?)?(?:(?:previous|prev|zurück|back)\s?)?(?:\d{1,2}\s[|·]?\s?){2,15}(?:…\s?\d{1,3}\s?)?(?:(?:next|weiter)(?:\s?[»›>])?|[»›>]))$/iu],
  ['advertisement', /^(?:story|article|content) continues (?:below|after)\b.{0,60}$/i],
  ['page control', /^(?:image|photo|slide|bild|foto|imagen)\s\d{1,3}\s?(?:of|von|de|\/)\s?\d{1,3}$/i],
  ['promotion', /^(?:(?:please )?(?:join|follow|like|subscribe|sign up|signup|register|download|install|support|donate|become a|get (?:the|our|all|more|breaking|daily|notified|unlimited|access)|stay (?:up|tuned|informed|connected|on top)|never miss|don['’]t miss|want (?:more|to)|enjoying|enjoyed|click|tap|try|start your|save up|buy|shop|order|check out our|visit our|connect with|help us|contribute|follow along)\b)(?=[^.!?]{0,140}\b(?:us|our|newsletters?|channel|telegram|whatsapp|app|apps|facebook|twitter|instagram|youtube|linkedin|subscription|subscriptions?|subscribers?|membership|free|inbox|alerts?|updates|today|here|email|e-mail|podcast|page|notifications?|@\w))/i],
  ['promotion', /^(?:(?:already|not) a (?:subscriber|member)|(?:this|the) (?:article|story|post|content) (?:is|was) (?:for|only|exclusively|available|produced|supported|originally published|first published)|to (?:view|read|continue reading|access) (?:the full|this|the rest)|if you(?:['’]re| are) (?:seeing this|already|a subscriber|enjoying|interested in)|if you (?:enjoyed|liked|like|value|have a|have any|would like to|want to) |this post (?:contains|may contain)|this article (?:contains|may contain) affiliate|as an amazon associate|we (?:may|might) (?:earn|receive|get) |have (?:a tip|a story|you seen|something)|got a (?:tip|story|news)|send (?:us|your)|do you (?:have|know|want)[^.!?]{0,80}\b(?:us|our|tip|story|informed)\b|first-time subscribers|for the latest (?:stories|news|updates|headlines)|for more (?:news|stories|updates|on )|sign up (?:for|to|here|now|today)|subscribe (?:to|now|for|here|today)|you can (?:also )?(?:follow|subscribe|reach|contact|support) |(?:follow|find|like) (?:us|me|him|her|them|@\w)|follow \S{1,30}(?: \S{1,30}){0,3} on (?:twitter|facebook|instagram|x\b))/i],
  ['promotion', /^(?:(?:folgen|abonnieren|besuchen|unterstützen|lesen|testen|sichern|bestellen|erhalten|teilen|laden|bleiben) sie (?:uns|unseren?|jetzt|die|das|gern|sich|hier|den|bitte|mit|auf)(?=[^.!?]{0,120}(?:newsletter|facebook|twitter|instagram|whatsapp|abo|kostenlos|kanal|app|uns|monat|wochen))|(?:folge|folgt|abonniere|abonniert|besuche|unterstütze|hol dir|melde dich|trage dich|werde|teile) (?:uns|unseren?|jetzt|dich|den|das|hier|mitglied|die)|jetzt (?:abonnieren|anmelden|spenden|kostenlos|bestellen|testen|registrieren)|sie (?:lesen gern|müssen sich|möchten|wollen (?:mehr|keine))|möchten sie|bitte (?:teilen sie|beachten sie unsere|melden|loggen|laden sie)|wir (?:respektieren|verwenden cookies|freuen uns über (?:ihre|deine)|benötigen ihre)|zum newsletter|newsletter|keine (?:news|nachricht|meldung) (?:mehr )?verpassen|nichts (?:mehr )?verpassen|für links auf dieser seite|war der artikel|hat (?:ihnen|dir) (?:der|dieser) (?:artikel|beitrag)|heute empfehlen wir|anzeige\s{0,2}[-–:,|])/iu],
  ['promotion', /^(?:s[ií]guenos|s[ií]ganos|siguenos|nos siga|suscr[ií]b(?:ete|ase|irse)|únete|únase|[rR]eciba |recibe (?:las|nuestr|en tu)|descarg(?:a|ue) (?:la|nuestra)|regístrate|puede escribirnos|suivez|abonnez|inscrivez|rejoignez|téléchargez|recevez|siga (?:o|a|nos|nosso)|assine|inscreva-se|receba|baixe|participe do|iscriviti|seguici|abbonati|zapraszamy|zapisz się|obserwuj|dołącz|polub|subskrybuj|volg ons|abonneer|подпис(?:ывайтесь|аться|ывайся)|присоединяйтесь|تابعنا|تابعونا|اشترك|انضم)/iu],
  ['share buttons', /^(?:share (?:this|on|via|the)|share:|tweet this|teilen (?:auf|mit|via)|teilen:|compartir (?:en|por)|partager (?:sur|par)|(?:diesen |den )?(?:artikel|beitrag|seite) (?:teilen|drucken|empfehlen|weiterempfehlen|versenden|bewerten)|auf facebook|auf twitter)(?=.{0,60}$)/i],
  ['footer', /^(?:(?:copyright|©|\(c\))\s{0,3}(?:\(c\)|©|@|by|\d{4}|\p{Lu})|all rights reserved|alle rechte vorbehalten|(?:todos los|tous|todos os) (?:derechos|droits|direitos)|tutti i diritti|wszelkie prawa|(?:this|the) material may not be published|terms of (?:use|service)|privacy policy|datenschutz|impressum|this site uses|(?:the )?(?:views|opinions) (?:and opinions )?expressed (?:in|by|here|are)|permalink|permalien|permanent link|disclaimer\s{0,2}:)/iu],
  ['article data', /^(?:(?:filed|posted|published|tagged) (?:under|in|with)|tags?\s{0,2}:|topics?\s{0,2}:|categor(?:y|ies)\s{0,2}:|keywords?\s{0,2}:|schlag(?:worte?|wörter)\s{0,2}:|kategorien?\s{0,2}:|stichworte?\s{0,2}:|etiquetas\s{0,2}:|temas\s{0,2}:|mots[- ]clés\s{0,2}:|tagi\s{0,2}:|last (?:modified|updated|edited)|aufrufe\s{0,2}:|views\s{0,2}:|visits\s{0,2}:|hits\s{0,2}:|reading time|lesezeit|lesedauer|(?:\d{1,2}|ca\. \d{1,2}) min(?:ute)?s? (?:read|lesezeit|de lectura|de lecture)|estimated reading|word count|kommentare (?:insgesamt|deaktiviert)|\(?noch keine bewertung)/iu],
  ['comments', /^(?:\d{1,5} (?:comments?|kommentare?|comentarios?|commentaires?|replies|responses|antworten|thoughts? on)|(?:comments?|kommentare?|comentarios|commentaires|replies|responses)\s{0,2}[:(]\s{0,2}\d|no (?:comments|responses)|leave a (?:comment|reply)|(?:you must be|please) (?:logged in|log in|sign in|login)|(?:sie müssen|du musst) (?:sich |dich )?(?:an|ein)|schreib(?:en sie|e) (?:einen|uns|deinen) kommentar|what do you think|your email address will|deine e-mail-adresse)/i],
  ['source note', /^(?:quellen?(?:angaben?)?|sources?|fuentes?|źródło|fonte|bron|источник|المصدر)\s{0,2}:(?=.{0,120}$)/iu],
]; // biome-ignore format: a table

/** Which of `BEGINNINGS` a line can have. */
const findOpenings = indexOpenings(BEGINNINGS.map(([, pattern]) => pattern));

const EDGE_MARKS = /^[\s•·▪►▶→»«|/>*–—:<←+()[\]-]+|[\s•·▪►▶→»«|/>*–—:<←…!?.()[\]+-]+$/gu;

/**
 * Why a line is site furniture by its words, if it is.
 *
 * @example
 * findFurniture('Read more: Port closed after blast'); // 'related links'
 * findFurniture('The ministry said that it would read more reports.'); // undefined
 */
export function findFurniture(line: string): string | undefined {
  if (line.length > LONGEST) return undefined;
  if (line.length <= 60) {
    const bare = line.replace(EDGE_MARKS, '');
    if (bare === '') return 'mark';
    const control = CONTROL_WHY.get(bare.toLowerCase());
    if (control !== undefined) return control;
    if (isShareRow(bare)) return 'share buttons';
  }
  const beginning = findBeginning(line.replace(LEADING_MARKS, ''));
  if (beginning !== undefined) return beginning;
  if (line.length <= LONGEST_OFFER && INBOX.test(line) && !SPEECH.test(line)) return 'newsletter sign-up';
  return findRightsLine(line) ?? (line.includes('|') && MENU_ROW.test(line) ? 'navigation' : undefined);
}

function findBeginning(line: string): string | undefined {
  for (let place = 0, open = findOpenings(line); open !== 0; place++, open >>>= 1) {
    if ((open & 1) === 0) continue;
    const [why, pattern] = BEGINNINGS[place]!;
    if (pattern.test(line) && !(CALLS.has(why) && SPEECH.test(line))) return why;
  }
  return undefined;
}

/** `Contact | Imprint | Privacy`: three entries or more, none of them a sentence or a figure. */
const MENU_ROW = /^[^.!?|\d]{1,30}(?:\s\|\s[^.!?|\d]{1,30}){2,11}$/;

/** `Facebook Twitter LinkedIn`, `46 shares`. */
function isShareRow(line: string): boolean {
  if (
    /^\d[\d.,]{0,8}[km]?\s(?:shares?|likes?|views?|reads?|tweets?|retweets?|mal geteilt|aufrufe)$/i.test(line)
  )
    return true;
  const words = line.toLowerCase().split(/[\s|·•,/]+/);
  return (
    words.length > 1 && words.every((word) => CONTROL_WHY.get(word) === 'share buttons' || word === 'print')
  );
}

/** What newsletters promise, in whatever words before it. */
const INBOX =
  /\b(?:to|in|into) your (?:e-?mail )?inbox\b|\bin ihr(?:em)? (?:e-?mail-)?postfach\b|\bdans votre boîte (?:mail|de réception)\b|\ben (?:tu|su) (?:correo|bandeja)\b/i;
const LONGEST_OFFER = 250;

const CALLS: ReadonlySet<string> = new Set([
  PAYWALL_NOTICE,
  'promotion',
  'newsletter sign-up',
  'page control',
]);

/** A call that somebody utters in the text is no call of the site. */
const SPEECH = /\b(?:said|says|told|tells|added|warned|shouted|according to)\b/i;

const LEADING_MARKS = /^[\s•·▪►▶→»«‹|/>*–—+[(-]{1,10}/u;

/** Rights lines are told by their end as well. */
function findRightsLine(line: string): string | undefined {
  if (line.length > 250) return undefined;
  return /(?:all rights reserved|alle rechte vorbehalten|todos los derechos reservados|tous droits réservés|todos os direitos reservados|tutti i diritti riservati)/i.test(
    line,
  )
    ? 'footer'
    : undefined;
}

/** Headings after which an article is over: what follows belongs to the site. */
const CLOSING_WHY: ReadonlySet<string> = new Set([
  'related links',
  'comments',
  'newsletter sign-up',
  'tags',
  'share buttons',
]);

/** Whether a heading with these words ends the article. */
export function isClosingHeading(line: string): boolean {
  const why = findFurniture(line);
  return why !== undefined && CLOSING_WHY.has(why);
}
