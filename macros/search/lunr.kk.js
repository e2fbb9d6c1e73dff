/*!
 * Lunr languages, `Kazakh` language
 * https://github.com/MihaiValentin/lunr-languages
 *
 * Copyright 2026, the Sholu authors. MIT License.
 */
/*!
 * How it works
 *
 * Kazakh is agglutinative: a word is a root and a row of suffixes whose order is
 * fixed and whose first sound and vowel follow the sound before them.
 *
 *   noun:  root (plural) (possessive) (case) (-ғы / -нікі) (copula)
 *   verb:  root (negation) tense|participle|converb|verbal noun (person)
 *          participles and the verbal noun take the endings of a noun
 *
 * A stemmer that cuts the longest known ending is wrong too often, as the same letters
 * end many roots. This one
 *   1. looks irregular words up (pronouns, the copula);
 *   2. walks the word from right to left through a finite-state grammar (SUFFIXES),
 *      and lets a suffix go only where its shape agrees with the sound before it;
 *   3. gives every complete reading a cost: each suffix has its own, a listed root is
 *      cheap, a root derived from a listed one less so, an unlisted root is paid for
 *      by the letter, and more when it is very short or unlikely as a verb;
 *   4. takes the cheapest reading, and evens out the sounds that change at the end
 *      of a root (кітап / кітаб-ы, жүрек / жүрег-і, орын / орн-ы, оқы / оқ-у).
 *
 * Derivation (зерттеу-ші, дос-тық) and voice (айт-ыл) are left in the stem: they make
 * other words. The lists of roots were written for this file by hand.
 */

/**
 * export the module via AMD, CommonJS or as a browser global
 * Export code from https://github.com/umdjs/umd/blob/master/returnExports.js
 */
;
(function(root, factory) {
  if (typeof define === 'function' && define.amd) {
    // AMD. Register as an anonymous module.
    define(factory)
  } else if (typeof exports === 'object') {
    // Node. CommonJS-like environments that support module.exports.
    module.exports = factory()
  } else {
    // Browser globals (root is window, or self in a web worker)
    factory()(root.lunr);
  }
}(this, function() {
  return function(lunr) {
    /* throw error if lunr is not yet included */
    if ('undefined' === typeof lunr) {
      throw new Error('Lunr is not present. Please include / require Lunr before this script.');
    }

    /* throw error if lunr stemmer support is not yet included */
    if ('undefined' === typeof lunr.stemmerSupport) {
      throw new Error('Lunr stemmer support is not present. Please include / require Lunr stemmer support before this script.');
    }

    /* register specific locale function */
    lunr.kk = function() {
      this.pipeline.reset();
      this.pipeline.add(
        lunr.kk.trimmer,
        lunr.kk.stopWordFilter,
        lunr.kk.stemmer
      );

      // for lunr version 2
      // this is necessary so that every searched word is also stemmed before
      // in lunr <= 1 this is not needed, as it is done using the normal pipeline
      if (this.searchPipeline) {
        this.searchPipeline.reset();
        this.searchPipeline.add(lunr.kk.stemmer)
      }
    };

    /* lunr trimmer function */
    lunr.kk.wordCharacters = "A-Za-z0-9\u0400-\u04FF\u0500-\u052F";
    lunr.kk.trimmer = lunr.trimmerSupport.generateTrimmer(lunr.kk.wordCharacters);

    lunr.Pipeline.registerFunction(lunr.kk.trimmer, 'trimmer-kk');

    /* lunr stemmer function */
    lunr.kk.stem = (function() {
      /* ---------- the states of a word, read from its end ---------- */
      var N = 1,       // nominal root
        PL = 2,        // + plural
        P1 = 4,        // + possessive -м, -ң: its dative is -а
        P2 = 8,        // + possessive -мыз, -ңыз: its dative is -ға
        P3 = 16,       // + possessive -ы, -сы: its cases begin with н
        CS = 32,       // + case
        LG = 64,       // + -дағы, -нікі: again a nominal
        PR = 128,      // + copula: nothing may follow
        V = 256,       // verbal root
        VN = 512,      // + negation
        PT = 1024,     // participle: a nominal
        VU = 2048,     // verbal noun: a nominal
        AO = 4096,     // aorist -ар, -мас
        CV = 8192,     // converb -ып
        PA = 16384,    // past -ды
        CD = 32768,    // conditional -са
        PS = 65536,    // present stem -а, -е, -й
        DQ = 131072,   // participle + -дық: a nominal
        FV = 262144;   // finite verb: nothing may follow

      var VS = V | VN,
        BASE = N | LG | PT | VU | DQ,         // what takes a plural
        POSS = BASE | PL,                     // what takes a possessive
        CASE = POSS | P1 | P2 | AO;           // what takes a plain case

      /*
       * One row a suffix: shapes, the states it may stand on, the state it makes, its cost.
       * Capitals in a shape stand for letters that agree with the sound before them:
       *   A а/е   Y ы/і   I the glide of оқи- (ы + й)   H ғ/г   K қ/к   G ғ/г/қ/к
       *   L л/д/т (plural)   D д/т   J н/д/т (genitive)   B н/д/т (accusative)
       *   F д/н/т (ablative)   M м/б/п (-мен)   P м/б/п (negation)
       * A shape after ':' stands on a vowel, one after '.' on a consonant or glide.
       */
      var SUFFIXES = [
        // nominal
        ['LAр', BASE | P1 | P2, PL, 2],
        ['.Yм :м .Yң :ң', POSS, P1, 6],
        ['.Yмыз .Yміз :мыз :міз .Yңыз .Yңіз :ңыз :ңіз', POSS, P2, 4],
        ['.Y :сY', POSS, P3, 2],
        ['JYң', CASE | P3, CS, 2],
        ['GA', CASE, CS, 2.5],
        ['A', P1, CS, 3],
        ['нA', P3, CS, 2],
        ['BY', CASE, CS, 2.5],
        ['н', P3, CS, 2],
        ['DA', CASE, CS, 2.5],
        ['ндA', P3, CS, 2],
        ['FAн', CASE, CS, 2.5],
        ['нAн', P3, CS, 2],
        ['Mен', CASE | P3, CS, 2.5],
        ['DAғы DAгі', CASE, LG, 3],
        ['ндAғы ндAгі', P3, LG, 2.5],
        ['Jікі', CASE | P3, LG, 4],
        ['DAй', CASE, CS, 5],
        ['ндAй', P3, CS, 4],
        ['нша нше', P3, CS, 4],
        ['рAқ рAк .YрAқ .YрAк', N, CS, 9],
        ['MYн MYз сYң сYздAр сYңдAр', CASE | P3 | CS, PR, 7],
        ['сYз', PT | AO | CS | P3, PR, 6],
        ['DYр', CASE | P3 | CS, PR, 6],
        // verbal
        ['PA', V, VN, 2.5],
        ['.AмA :ймA', V, VN, 5],              // бара алмай → барамай
        ['DY', VS, PA, 2.5],
        ['м ң ңYз ңдAр ңYздAр', PA | CD, FV, 2.5],
        ['қ к', PA | CD, FV, 5],
        ['.A :й I', V, PS, 3],
        ['й', VN, PS, 1.5],
        ['мYн сYң мYз сYз сYздAр сYңдAр', PS, FV, 1.5],
        ['дY', PS, FV, 0.5],
        ['тYн', PS, PT, 1],
        ['GAн', VS, PT, 2.5],
        ['DYқ DYк DYғ DYг', PT, DQ, 2.5],
        ['.Yп :п', V, CV, 3],
        ['тY пYн сYң пYз сYз', CV, FV, 4],
        ['сA', VS, CD, 3],
        ['у', VS, VU, 2.5],
        ['.Aр :р', V, AO, 5],
        ['с', VN, AO, 2],
        ['сYн сYндAр', VS, FV, 4],
        ['.AйYн :йYн .AйYқ :йYқ .AйYк :йYк', VS, FV, 5],
        ['.Yңыз .Yңіз :ңыз :ңіз .YңYздAр :ңYздAр .YңдAр :ңдAр', VS, FV, 5],
        ['.Yң :ң', VS, FV, 8],
        ['PAқ PAк', V, PT, 4],
        ['PAқшы PAкші', V, PR, 4],
        ['GAлы GAлі', VS, FV, 4],
        ['GAнша GAнше GAсYн', VS, FV, 4],
        ['GAй', VS, FV, 6],
        ['GYсY GYм GYмыз GYміз', V, FV, 9],
        ['йынша йінше', VN, FV, 2]
      ];

      /* ---------- sounds ---------- */
      var VOWEL = 1, GLIDE = 2, R = 4, L = 8, NASAL = 16, Z = 32, DEAF = 64, ANY = 127;
      var CLASS = {};
      function classify(letters, value) {
        for (var i = 0; i < letters.length; i++) CLASS[letters.charAt(i)] = value;
      }
      classify('аәеоөұүыіэёя', VOWEL);
      classify('йуию', GLIDE);
      classify('р', R);
      classify('л', L);
      classify('мнң', NASAL);
      classify('зж', Z);
      classify('бвгғдптксқфхһцчшщьъ', DEAF);

      // which sounds each agreeing letter may follow
      var AGREE = {
        L: { 'л': VOWEL | GLIDE | R, 'д': L | NASAL | Z, 'т': DEAF },
        D: { 'д': ANY - DEAF, 'т': DEAF },
        J: { 'н': VOWEL | NASAL, 'д': GLIDE | R | L | Z, 'т': DEAF },
        B: { 'н': VOWEL, 'д': ANY - VOWEL - DEAF, 'т': DEAF },
        F: { 'д': ANY - NASAL - DEAF, 'н': NASAL, 'т': DEAF },
        M: { 'м': ANY - Z - DEAF, 'б': Z, 'п': DEAF },
        P: { 'м': VOWEL | GLIDE | R | L, 'б': NASAL | Z, 'п': DEAF }
      };

      var BACK = 1, FRONT = 2, BOTH = 3, HARMONY = {};
      (function() {
        var i;
        for (i = 0; i < 8; i++) HARMONY['аоұыёяүю'.charAt(i)] = BACK;
        for (i = 0; i < 6; i++) HARMONY['әеөүіэ'.charAt(i)] = FRONT;
      }());

      // the side of the word's last vowel; и, у and the ends of loans (банк, рубль) go with either
      function harmony(s) {
        var i = s.length - 1, c = s.charAt(i), loan = c === 'к' || c === 'г' || c === 'ь';
        if (c === 'у' || c === 'и') i--;
        for (; i >= 0; i--) {
          c = s.charAt(i);
          if (c === 'и' || c === 'у') return BOTH;
          if (HARMONY[c]) return loan ? BOTH : HARMONY[c];
        }
        return BOTH;
      }

      /* ---------- the table of endings, from SUFFIXES ---------- */
      var TABLE = {}, LONGEST = 0;

      function enter(surface, mask, side, on, makes, cost, glide) {
        (TABLE[surface] = TABLE[surface] || []).push({
          mask: mask, side: side, on: on, makes: makes, cost: cost,
          glide: glide, vowel: CLASS[surface.charAt(0)] === VOWEL || surface === 'у'
        });
        LONGEST = Math.max(LONGEST, surface.length);
      }

      function expand(shape, row) {
        var mask = ANY, first, letter, sides = [BACK, FRONT], i;
        if (shape.charAt(0) === ':') { mask = VOWEL; shape = shape.slice(1); }
        if (shape.charAt(0) === '.') { mask = ANY - VOWEL; shape = shape.slice(1); }
        first = shape.charAt(0);

        function out(start, m) {
          var seen = '', text, side, rest = start === null ? shape : start + shape.slice(1);
          for (i = 0; i < 2; i++) {
            side = sides[i];
            text = rest.replace(/A/g, side === BACK ? 'а' : 'е').replace(/Y/g, side === BACK ? 'ы' : 'і')
              .replace(/I/g, 'и').replace(/H/g, side === BACK ? 'ғ' : 'г').replace(/K/g, side === BACK ? 'қ' : 'к');
            if (/[аыұоғқ]/.test(text) && /[еіүөгк]/.test(text)) continue;
            if (side === BACK ? /[еіүөгк]/.test(text) && text.slice(1) !== 'ен' && !/ікі$/.test(text) : /[аыоғқ]/.test(text)) continue;
            if (text === seen) continue;
            seen = text;
            enter(text, m, /[аыоғқ]/.test(text) ? BACK : /[еігк]/.test(text) && text.slice(1) !== 'ен' && !/ікі$/.test(text) ? FRONT : BOTH,
              row[1], row[2], row[3], first === 'I');
          }
        }

        if (AGREE[first]) {
          for (letter in AGREE[first]) out(letter, AGREE[first][letter] & mask);
        } else if (first === 'G') {
          out('ғ', mask & ~DEAF); out('г', mask & ~DEAF); out('қ', mask & DEAF); out('к', mask & DEAF);
        } else {
          out(null, first === 'I' ? ANY - VOWEL - GLIDE : mask);
        }
      }

      (function() {
        var i, j, shapes;
        for (i = 0; i < SUFFIXES.length; i++) {
          shapes = SUFFIXES[i][0].split(' ');
          for (j = 0; j < shapes.length; j++) expand(shapes[j], SUFFIXES[i]);
        }
      }());

      /* ---------- words ---------- */
      // irregular words: stem, then the forms that belong to it
      var IRREGULAR = {};
      var FORMS = 
        'мен:менің маған мені менен менде мендей менімен;' +
        'сен:сенің саған сені сенен сенде сенімен;' +
        'ол:оның оған оны одан онда онымен олар олардың оларға оларды олардан оларда олармен ондағы ондай;' +
        'бұл:мұның бұның бұны мұны бұған мұнан бұдан мұнда бұнда мұндағы бұнымен мұнымен бұлар бұлардың бұларға бұларды бұлардан мұндай бұндай;' +
        'сол:соның соған соны содан сонда солар солардың соларға соларды солардан сонымен сондағы;' +
        'осы:осының осыған осыны осыдан осында осынымен осылар осылардың осыларды осындағы;' +
        'анау:ана анаған ананы;' +
        'мынау:мына мынаны мынаған мынадан мынада мыналар мыналарды;' +
        'біз:біздің бізге бізді бізден бізде бізбен біздер біздерге;' +
        'сіз:сіздің сізге сізді сізден сізде сізбен сіздер сіздерге сіздерді сіздердің;' +
        'өз:өзі өзім өзің өзіміз өзіңіз өздері өзінің өзімнің өзіміздің өздерінің өзіне өзіме өздеріне өзін өзімді өзімізді өздерін өзінде өздерінде өзінен өздерінен өзіндегі өзімен өздерімен өзіңді;' +
        'кім:кімнің кімге кімді кімнен кімде кіммен кімдер кімдердің кімі;' +
        'не:нені неге неден неде немен ненің нелер;' +
        'қай:қайсы қайсысы қайсының қайсыбір;' +
        'е:еді едім едің едіңіз едік екен екенін екені екенмін екендігі екендігін екендігіне екеніне екенінен екендіктен екенінің;' +
        'емес:емеспін емессің емеспіз емессіз;' +
        'де:дейді деді деп деген дегенді дегеннен дегендер дегенге дегеннің деймін дейміз дейсің дейсіз десе дедім дедік дерміз дейтін деу деуге деуі дер десек десем дегенде дегені дегенін дегеніміз демейді демеді демек;' +
        'же:жейді жеді жеп жеген жеу жесе жейтін жемейді жеймін;' +
        'да:де та те;' +
        'ма:ме ба бе па пе;' +
        'жыл:жылғы;' +
        'бол:боп;' +
        'кел:кеп;' +
        'қал:қап;' +
        'әкел:әкеп;' +
        'ал:ап;' +
        'бәрі:бәрін бәріне бәрінен бәрінің бәріміз бәрімізге бәрінде;' +
        'барлық:барлығы барлығын барлығына барлығының;' +
        'көп:көбі көбінің;' +
        'бірі:біреу';

      // @NOUNS: nominal roots and whole words that look suffixed
      var NOUNS = 'ай аймақ айқын ал алайда аласа алд алдағы алды алдымен алла алматы алпыс алты алтын алтыншы алыс ' +
        'алғашқы ана анық ар ара аралығы арзан арман арнайы арт арқылы ас аса аспан аст астана ат ата атау ' +
        'атты ау аудан аумақ ауру ауыр ауғанстан аш аю аяқ ағылшын ақ ақпан ақпарат ақын бай байланыс ' +
        'байланысты банк бап бар бас басты басшы басқа басқаша батыс баға бағыт бейсенбі белгі белгілі ' +
        'белсенді бері би бойлай бойы бос бір бірге бірден бірлескен бірінші бүгін бүгінгі бүгінде бүтін ' +
        'бүтінде бұрын бұрынғы бөтен даму дағыстан дегенмен дейді дейін депутат дыбыс дүйсенбі дұрыс дәптер ' +
        'дәрі екеуі екіжақты екінші ел елбасы елші енді ерекше ертеңгі ес ескі есім ет ешкі ешкім ешқандай ең ' +
        'жаз жазба жазу жазушы жай жайлы жалпы жаман жан жапырақ жартыжылдық жарыс жастар жауап жағдай жақ ' +
        'жақсы жақын жаһан жеке жексенбі жел жер жеткізілім жетпіс жеті жетінші жеңіл жиын жолаушы жоспар ' +
        'жоғары жоқ жыл жылы жылқы жүз жұмыс жұмысшы жөнінде жөніндегі заман зейін зерттеу зерттеуші зиян ' +
        'иман институт ит кедей кез кездесу кейде кейін кейінгі керек кеш кешегі кеңес кеңесші кеңістік ' +
        'команда кісі кішкентай кіші күй күміс күн күш күшті кәрі кәсіпорын көз көзқарас көк көлем көне көрші ' +
        'көше көші мазмұн маман маусым мағына маңызды мекен мемлекеттік миллиард миллион мойын мысалы мықты ' +
        'мүмкін мұндай мұрын мәдениет мәжіліс мәлім мәтін намыс нақ не негіз негізгі негізінен неміс нәтиже ' +
        'облыс одақ ой ойын он онда ондай орман орын орыс осындай от отын оқиға оқушы оң оңай пайда повесть ' +
        'поезд президент пішін пәкістан ресей рет ретте ретінде роман рөл сай сайлау салдар салт салыстырмалы ' +
        'салқын сана саны сары сауда саясат саясаткер саяси сейсенбі сексен секілді сенбі сенімді серіктес ' +
        'сияқты сондай сондықтан сонымен соңғы су сурет сусын сынып сыртқы сұлтан сәрсенбі сөз таза талап ' +
        'талдау таман тап тарау тас татарстан тауар таяз тағы таң тек телефон теп терең тең теңге тиіс тиісті ' +
        'толы толығымен толық топырақ тоқ туралы туу туған тікелей тіл тіпті түлкі түп түр түркі түрлі ' +
        'түрікменстан түс түтін тұжырым тұлға тұрақ тұрақты тұрмыс тұрған тұрғы тұрғын тәжікстан тәрбие ' +
        'тәуелсіз төмен төраға факт фактор форум хабар халықаралық хат шамамен шақ шейін шеше шынымен шығар ' +
        'шығын шілде шөп ынтымақ ықылас я іс іш ішкі ішінде ғимарат қабілет қажет қазан қазақ қазақстан ' +
        'қазіргі қайда қайта қайғы қала қалай қалта қан қандай қар қара қарай қарағанды қараңғы қаржы қарсы ' +
        'қарым қарқынды қас қасқыр қатар қатынас қатысты қаулы қашан қиын қой қол қон қорытынды қуат қырғыз ' +
        'қырғызстан қыс қысқа қытай құбылыс құдай үй үлкен үндістан үнемі үш үшін ұзын ұл ұят әбден әдемі ' +
        'әділет әдіс әке әл әлеуметтік әлі ән әр әртүрлі әрі әріп әрқашан өзбек өзбекстан өзен өйткені өте ' +
        'өткен';
      var VERBS = 'азай айнал айт айқайла ал алып алыста анықта апар ара арна арт ас асыр асық ата атал атап атқар ' +
        'аудар ауна ауыр ауыс аш ашулан аяқта аңғар байланыс байқа бар бас баянда баяндал бағытта бақыла бек ' +
        'бекі бекін бер билесе бой бол бос босат біл бірік біт бітір бұз бұр бөл бөлін дайында дамы де ' +
        'дәлелде еле ем емде ен есепте ескер ет еңсер жаз жай жалғас жан жап жара жарияла жаса жасал жат жаты ' +
        'жауап жаул жақ же жекелей жер жетпе жетіл жең жина жолық жоғал жу жуын жый жыла жібер жүгір жүз ' +
        'жүзеге жүкте жүр зертте кел керек кет кеңейт ки киін кір күзет күй күл күрес күт көбей көзде көн көр ' +
        'көрсет көрін көтер көш лақтыр мақұлда мін мәлімде негізде негізделу нығай ойна орал орна орналас ' +
        'отыр оян оқы пайда піс пісір растай ре ренжі сал сана сат сатып сақта сез сен сенді сипатта соз ' +
        'соғыс соқ сын сырқа сүй сүйе сүйсін сұра сөйле сөн тала талап талда талпын талқыла таны тап тара ' +
        'тарат тарт тасы тағайында таң тексер тең ту тура туын туында туғ тый тыйым тыр тысқар тыңда тіле тір ' +
        'тіре тірке тірі түз түзет түс түсін тұр тәнті төле төменде шарша шақыр шекте шеш шығар шық іш ішін ' +
        'қабылда қажет қайна қайт қайтар қал қала қалыптас қамтамасыз қамты қара қарсы қарыс қат қаш қоз ' +
        'қозға қой қол қолданыл қон қорық қорға қос қу қуан қыл қыс құр құрал құтыл құтқар үйрен үйрет ұзар ' +
        'ұйымдастыр ұйықта ұлғай ұмтыл ұмыт ұна ұр ұста ұсын ұт ұш ұшыра әкел әкет өзгер өл өндір өс өсір өт ' +
        'өтін өш';
      // roots that lose their last vowel before a vowel
      var SYNCOPE = 'орын мойын қойын халық ерін мұрын ауыз дауыс құлық көрік ерік көңіл әріп қауіп парық нарық бөрік мүлік қарын қырық зейін пейіл сиық ұрып қырын нәсіп ғұмыр қайын ауыл бауыр дәуір дәуіт айып иін тәуір';

      var noun = {}, verb = {}, short = {};

      // я and ю after a vowel are й + а, й + у: қоя-ды is the verb қой
      function spell(w) {
        return w.replace(/([аәеоөұүыі])я/g, '$1йа').replace(/([аәеоөұүыі])ю/g, '$1йу').replace(/ию/g, 'иу');
      }

      function list(table, words, level) {
        var i, w;
        words = spell(words).split(' ');
        for (i = 0; i < words.length; i++) {
          w = words[i];
          if (!table.hasOwnProperty(w)) table[w] = level;
        }
      }

      function addRoots(nouns, verbs, level) {
        list(noun, nouns, level);
        list(verb, verbs, level);
      }

      (function() {
        var i, j, row;
        addRoots(NOUNS, VERBS, 4);
        row = SYNCOPE.split(' ');
        for (i = 0; i < row.length; i++) {
          noun[row[i]] = 4;
          short[row[i].slice(0, -2) + row[i].slice(-1)] = row[i];
        }
        FORMS.split(';').forEach(function(line) {
          row = line.split(/[: ]/);
          for (j = 0; j < row.length; j++) IRREGULAR[row[j]] = row[0];
        });
      }());

      // қ, к, п become ғ, г, б between vowels; the stem is written with the first
      function harden(s) {
        var c = s.charAt(s.length - 1);
        c = c === 'б' ? 'п' : c === 'г' ? 'к' : c === 'ғ' ? 'қ' : '';
        return c ? s.slice(0, -1) + c : s;
      }

      var NOUN_MAKER = /^(.{2,}?)(лық|лік|дық|дік|тық|тік|шылық|шілік|шы|ші|лы|лі|сыз|сіз|лас|лес|дас|дес|тас|тес|кер|гер|гөй|хана|стан|аралық)$/;
      var NOUN_OF_VERB = /^(.{2,}?)(ым|ім|м|ыс|іс|с|ма|ме|ба|бе|па|пе|ыш|іш|ушы|уші|ушылық|ушілік|улы|улі|ғыш|гіш|қыш|кіш|ынды|інді|ынша|қ|к|ық|ік)$/;
      var VERB_OF_VERB = /^(.{2,}?)(тыр|тір|дыр|дір|ғыз|гіз|қыз|кіз|ыл|іл|ын|ін|ыс|іс)$|^(.+[аеыі])[тлнс]$|^(.+[рлй])т$/;
      var VERB_OF_NOUN = /^(.{2,}?)([лдт][ае][снт]?|[лдт][ае]стыр|[лдт][ае]стір|[лдт][ае]ндыр|[лдт][ае]ндір|[лдт][ае]тыл|[лдт][ае]ныл|ай|ей|й|ар|ер|р)$/;

      // a listed root behind what is left of the word, with its price; '' when there is none
      var price, first;
      function knownNoun(s, vowel, depth) {
        var c = s.charAt(s.length - 1), m, w, i;
        if (noun[s] && !(vowel && /[қкп]/.test(c) && s.length < 6)) { price = noun[s]; return s; }
        if (vowel) {
          if (short[s]) { price = 4; return short[s]; }
          if (/[бғг]/.test(c)) {
            w = harden(s);
            if (noun[w]) { price = noun[w]; return w; }
            if (short[w]) { price = 4; return short[w]; }
            s = w;
          }
        }
        if (depth > 2) return '';
        if ((m = NOUN_MAKER.exec(s)) && knownNoun(m[1], false, depth + 1)) { price += 3; return s; }
        if ((m = NOUN_OF_VERB.exec(s)) && knownVerb(m[1], CLASS[m[2].charAt(0)] === VOWEL, depth + 1)) { price += 4; return s; }
        if (depth === 0 && s.length > 6) {
          for (i = 3; i < s.length - 2; i++) {
            if (noun[s.slice(0, i)] && noun[s.slice(i)]) { price = 9; return s; }
          }
        }
        return '';
      }

      function knownVerb(s, vowel, depth) {
        var c = s.charAt(s.length - 1), m, w;
        if (verb[s]) { price = verb[s]; return s; }
        if (vowel && /[бғг]/.test(c) && verb[w = harden(s)]) { price = verb[w]; return w; }
        if (depth > 2) return '';
        if ((m = VERB_OF_VERB.exec(s)) && knownVerb(m[1] || m[3] || m[4], /^[ыі]/.test(m[2]), depth + 1)) { price += 3; return s; }
        if ((m = VERB_OF_NOUN.exec(s)) && knownNoun(m[1], false, depth + 1)) { price += 4; return s; }
        return '';
      }

      /* ---------- the search for the cheapest reading ---------- */
      var best, bestCost, VOWELS = /[аәеоөұүыіэёяуию]/g, FOREIGN = /[фвцчщэёьъһх]/;
      var PER_LETTER = 3.2;

      // the stem of an unlisted root: its last sounds evened out
      function even(s) {
        s = harden(s);
        if (s.length > 3 && /[ыі]$/.test(s) && s.match(VOWELS).length > 1) s = s.slice(0, -1);
        return s;
      }

      function offer(stem, cost) {
        if (cost < bestCost) { bestCost = cost; best = stem; }
      }

      function vowels(s) {
        var m = s.match(VOWELS);
        return m ? m.length : 0;
      }

      function asNoun(s, cost, next) {
        var vowel = next && next.vowel, n, r;
        if (next && (CLASS[s.charAt(s.length - 1)] === undefined)) return;
        if ((r = knownNoun(s, vowel, 0))) offer(price > 4.5 ? even(r) : r, cost + price);
        n = vowels(s);
        if (!n || s.length < 2) return;
        cost += 8 + PER_LETTER * s.length;
        if (next) {
          if (n < 2) cost += s.length < 3 ? 9 : 3;
          if (vowel && /[қкп]$/.test(s)) cost += 4;
          if (!vowel && /[бғг]$/.test(s)) cost += 3;
        }
        offer(even(s), cost);
      }

      function asVerb(s, cost, next) {
        var vowel = next.vowel, n, r, last = s.charAt(s.length - 1);
        if ((r = knownVerb(s, vowel, 0))) offer(price > 4.5 ? even(r) : r, cost + price);
        // оқ-у is оқы + у, бай-у is байы + у
        if (next.makes === VU && CLASS[last] !== VOWEL) {
          r = s + (harmony(s) === FRONT ? 'і' : 'ы');
          if ((r = knownVerb(r, false, 0))) offer(price > 4.5 ? even(r) : r, cost + price);
        }
        // тау-ып is тап + ып
        if (next.makes === CV && last === 'у' && verb[r = s.slice(0, -1) + 'п']) offer(r, cost + 4);
        n = vowels(s);
        if (!n || s.length < 2 || FOREIGN.test(s)) return;
        cost += 9 + PER_LETTER * s.length;
        if (n < 2) cost += s.length < 3 ? 8 : 4;
        if (vowel && /[қкп]$/.test(s)) cost += 4;
        if (!/([лдт][ае]|[лдт][ае][снт]|[ыі][лнс]|[аеіы]й|[аеыі]р|т|[ыі])$/.test(s)) cost += 3;
        offer(even(s), cost);
      }

      function peel(s, needs, cost, next) {
        var max = Math.min(LONGEST, s.length - 1), k, rows, i, row, rest, c, side;
        if (cost > bestCost) return;
        if (needs & N) asNoun(s, cost, next);
        if (next && needs & V) asVerb(s, cost, next);
        for (k = 1; k <= max; k++) {
          rows = TABLE.hasOwnProperty(s.slice(-k)) && TABLE[s.slice(-k)];
          if (!rows) continue;
          rest = s.slice(0, -k);
          c = CLASS[rest.charAt(rest.length - 1)];
          if (!c) continue;
          side = harmony(rest);
          for (i = 0; i < rows.length; i++) {
            row = rows[i];
            if (!(row.makes & needs) || !(row.mask & c) || !(row.side & side)) continue;
            peel(row.glide ? rest + (side === FRONT ? 'і' : 'ы') : rest, row.on, cost + row.cost, row);
          }
        }
      }

      var memo = {}, memoSize = 0;
      var ALL = N | PL | P1 | P2 | P3 | CS | LG | PR | PT | VU | AO | CV | PA | CD | PS | DQ | FV;

      function stemWord(w) {
        var s = spell(w);
        best = w;
        bestCost = 1e9;
        peel(s, ALL, 0, null);
        return best.replace(/йа/g, 'я').replace(/йу/g, 'ю');
      }

      function stem(text) {
        var w = text.toLowerCase(), i, tail, s;
        if (memo.hasOwnProperty(w)) return memo[w];
        s = w.replace(/[\u2019\u02BC'"«»\u0301]/g, '').replace(/[\u2010\u2011\u2012\u2013\u2014]/g, '-');
        i = s.lastIndexOf('-');
        if (IRREGULAR.hasOwnProperty(s)) s = IRREGULAR[s];
        else if (i > 0) {
          // БҰҰ-ның, 2020-шы: an ending after a hyphen goes; қарым-қатынасы: the second half is stemmed
          tail = s.slice(i + 1);
          s = s.slice(0, i);
          if (!isEnding(tail, s)) s += '-' + stem(tail);
        } else if (/[а-яёәғқңөұүһі]/.test(s) && !/[a-z0-9]/.test(s)) s = stemWord(s);
        else s = s.replace(/^(\d+)[а-яёәғқңөұүһі]+$/, '$1');
        if (memoSize++ > 50000) { memo = {}; memoSize = 0; }
        return (memo[w] = s);
      }

      function isEnding(tail, head) {
        return /^(\d+|[a-z]+)$/.test(head) ? /^[а-яёәғқңөұүһі]{1,7}$/.test(tail) :
          /^(ш[ыі]|[лдт][аеә]р.{0,7}|[ндт][ыі]ң|[ндт][ыі]|[ғгқк][ае]|на|не|[дт][ае]|н?д[ае]|[днт][ае]н|[мбп]ен|[дт]а[ғг]ы|[дт]егі)$/.test(tail) && !noun[head];
      }

      stem.addRoots = function(nouns, verbs) {
        addRoots(nouns, verbs, 4.5);
        memo = {};
      };
      return stem;
    }());

    lunr.kk.addRoots = lunr.kk.stem.addRoots;

    lunr.kk.stemmer = function(token) {
      // lunr 2 passes a lunr.Token, lunr 1 a string
      if (token && token.update) return token.update(lunr.kk.stem);
      return lunr.kk.stem(String(token));
    };

    lunr.Pipeline.registerFunction(lunr.kk.stemmer, 'stemmer-kk');

    lunr.kk.stopWordFilter = lunr.generateStopWordFilter(('және мен пен бен да де та те не немесе я яки яғни бірақ алайда дегенмен ал ма ме ба бе па пе бұл ол ' +
        'осы сол мына ана анау мынау оның оны оған одан онда олар олардың соның соны соған содан сонда бұны ' +
        'мұны мұның бұған бұдан мұнда осының осыған осыдан біз біздің бізге сіз сіздің менің маған мені сен ' +
        'сенің сонымен сондай мұндай ондай осындай үшін туралы бойынша арқылы дейін кейін соң бері қарай ' +
        'сияқты секілді еді екен емес деп деген дейді ғой ғана тек тағы әлі енді өз өзі өте ең әр егер ' +
        'өйткені себебі сондықтан болып болған болды болады бар бір').split(' '));

    lunr.Pipeline.registerFunction(lunr.kk.stopWordFilter, 'stopWordFilter-kk');
  };
}));
