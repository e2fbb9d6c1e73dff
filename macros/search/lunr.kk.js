/*!
 * Lunr languages, `Kazakh` language
 * https://github.com/MihaiValentin/lunr-languages
 *
 * Copyright 2026, the Sholu authors. MIT License.
 */
/*
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
        ['.Yм :м .Yң :ң', POSS | AO, P1, 6],
        ['.Yмыз .Yміз :мыз :міз .Yңыз .Yңіз :ңыз :ңіз', POSS, P2, 4],
        ['.Y :сY', POSS | AO, P3, 2],
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
        ['MYн MYз сYң сYздAр сYңдAр', BASE - PT | PL | P1 | P2 | P3 | CS, PR, 7],
        ['MYн MYз сYң сYз сYздAр сYңдAр', PT | AO, PR, 2],
        ['сYз', CS | P3, PR, 6],
        ['DYр', CASE | P3 | CS, PR, 6],
        // verbal
        ['PA', V, VN, 2.5],
        ['.AмA :ймA', V, VN, 5],              // бара алмай → барамай
        ['DY', VS, PA, 2.5],
        ['м ң ңYз ңдAр ңYздAр', PA | CD, FV, 2.5],
        ['қ к', PA | CD, FV, 5],
        ['.A :й I', V, PS, 2.5],
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
        ['лYқ лYк', AO, CS, 3],
        ['сYн сYндAр', VS, FV, 4],
        ['.AйYн :йYн .AйYқ :йYқ .AйYк :йYк', VS, FV, 5],
        ['.Yңыз .Yңіз :ңыз :ңіз .YңYздAр :ңYздAр .YңдAр :ңдAр', VS, FV, 5],
        ['.Yң :ң', VS, FV, 8],
        ['PAқ PAк', V, AO, 4],
        ['PAқшы PAкші', V, PR, 4],
        ['GAлы GAлі', VS, FV, 4],
        ['GAнша GAнше GAсYн', VS, FV, 4],
        ['GAй', VS, FV, 6],
        ['GYсY', V, FV, 5],
        ['GYм GYмыз GYміз', V, FV, 9],
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
        'сен:сендер сендерге сендердің сендерді сендерден сенің саған сені сенен сенде сенімен;' +
        'ол:оның оған оны одан онда онымен олар олардың оларға оларды олардан оларда олармен ондағы;' +
        'бұл:мұның бұның бұны мұны бұған мұнан бұдан мұнда бұнда мұндағы бұнымен мұнымен бұлар бұлардың бұларға бұларды бұлардан;' +
        'сол:соның соған соны содан сонда солар солардың соларға соларды солардан сондағы;' +
        'осы:осының осыған осыны осыдан осында осылар осылардың осыларды осындағы;' +
        'анау:анауды;' +
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
        'же;' +
        'жыл:жылғы жылы;' +
        'бүкіл;' +
        'бол:боп;' +
        'кел:кеп;' +
        'қал:қап;' +
        'әкел:әкеп;' +
        'ал:ап;' +
        'бәрі:бәрін бәріне бәрінен бәрінің бәріміз бәрімізге бәріміздің бәрімізді бәрімізден бәріңіз бәрінде;' +
        'барлық:барлығы барлығын барлығына барлығының;' +
        'көп:көбі көбінің;' +
        'бірі:біреу;' +
        'ал:алды;' +
        'жатқа;' +
        'түнімен;' +
        'сонымен;' +
        'сонда;' +
        'онда;' +
        'шақты;' +
        'әрі;' +
        'жат:жатыр жатырмын жатырсың жатырмыз жатырсыз;' +
        'тұр:тұрмын тұрсың тұрмыз тұрсыз;' +
        'отыр:отырмын отырсың отырмыз отырсыз;' +
        'жүр:жүрмін жүрсің жүрміз жүрсіз;' +
        'алдағы;' +
        'алдымен;' +
        'тап:тауып тауыпты;' +
        'жап:жауып';

      // @NOUNS: nominal roots and whole words that look suffixed
      var NOUNS = 'адам азамат ай айқын ал алайда аласа алд алла алма алматы алпыс алты алтын алыс алғашқы анық апта ар ' +
        'ара арзан арман ас аса аспан астана ат ата аудан аумақ аш аяқ ағылшын ақ ақпан ақпарат ақша ақын ' +
        'база бай байланыс байланысты бала барша бас баспа басты бастық басылым басқа батыс баға бағдарлама ' +
        'бағыт бейсенбі белгі белгісіз белсенді би бойынша білім бір бірге бірден біреу бүгін бүгінгі бүгінде ' +
        'бүтін бұрын бұрынғы бұрыс бәлкім бөлме бөлім бөтен дала дана дегенмен дейді дейін депутат деңгей ' +
        'доллар достық дыбыс дүйсенбі дұрыс дәптер екіжақты ел елбасы енді ертеңгі ес есім ет ешкім ешқандай ' +
        'ең жазба жаман жапырақ жартыжылдық жарыс жағдай жақын жаңа жаһан жексенбі желтоқсан жер жетпіс жеті ' +
        'жиналыс жиын жиырма жоба жолдас жоғары жүйе жұма жұмыс және жөнінде заман заңнама зиян иман интернет ' +
        'ит кедей кейде кейін кейінгі келісім кеше кешегі кеңес кеңістік киім команда кіріспе кішкентай күміс ' +
        'күшті кәсіп кәсіпорын көз көзқарас көктем көлем көне көркем көрме көршілес көше мазмұн маман маусым ' +
        'мағына мақсат маңызды мекеме мекен мемлекет мемлекеттік миллиард миллион мықты міндет мүдде мүлдем ' +
        'мүмкін мүше мұнай мұндай мұнша мұра мұражай мұғалім мәдениет мәжіліс мәлім мәлімет мәтін мөлшер ' +
        'назар намыс не неге негізгі негізінен немесе неміс неше нұрсұлтан нәрсе облыс ой ойын он ондай орман ' +
        'орыс осындай осынша от отын оқиға оң пайда пара патша поезд пішін ресей рет ретте ретінде роман сай ' +
        'салдар салқын сана сауда саясат сағат сезім сейсенбі сексен секілді сенбі сенім сенімді серіктес ' +
        'серіктестік сияқты сондай сондықтан сонша соғыс соңғы су сурет сусын сынып сыртқы сұлтан сәрсенбі ' +
        'сөйлем табыс таза таман тас тағам тағы таң телефон теңге тиіс тиісті толығымен топырақ тоқ тоқсан ' +
        'туралы туыс тізім тікелей тіпті түйе түтін тұжырым тұлға тұрақты тұрмыс тұрмыстық тұрғы тұрғын ' +
        'тәртіп тәуелсіз төмен төраға факт форум хабар шамамен шара шақ шейін шекара шеше шешім шынымен шығар ' +
        'шығын шығыс шілде ынтымақ ынтымақтастық ықылас я іс іш ғалам ғалым ғана ғимарат ғылым ғұрып қабілет ' +
        'қазан қазақстан қазақстандық қазіргі қайда қайта қайғы қала қалай қалам қалта қандай қанша қар қара ' +
        'қарай қарағанды қараңғы қарым қарқынды қатар қатынас қатысты қашан қаңтар қиын қой қол қорытынды ' +
        'қорғаныс қоғам қымбат қырғызстан қырғызстандық қысқа қытай құбылыс құдай құжат құрылым құрылыс үй ' +
        'үкімет үлкен үш үшін ұзын ұйым ұл ұлттық ұстаным ұсыныс әбден әдебиет әділдік әділет әдіс әке әл ' +
        'әлем әлеуметтік әлі ән әр әрқашан әсіресе әулет әңгіме өзбекстан өзге өзгеріс өзен өйткені өлім ' +
        'өндіріс өнеркәсіп өнім өсім өте';
      var VERBS = 'айнал ал анықта ара арна арнал ас асық ат ата атал атап ауна аш аяқта байла байқа байқал баста ' +
        'баяндал бағытта бақыла бекі белгіле билесе бірік де ем емде ен енгіз есепте ет жалғас жара жаса ' +
        'жасал жаул же жекелей жеткіз жина жинал жолық жоғал жоғарыла жу жыла жүзеге жүкте жүргіз зертте ки ' +
        'кіргіз күрес көзде негізделу ойла ойна орал орна орнал оян оқы пайда растай ретте сайла сана сақта ' +
        'сипатта сипаттал сырқа сүйе сүйен сұра сөйле тала талап талда талқыла таны тара таста таңда тоқта ' +
        'тоқтал ту тура тыйым тыңда тіле тілле тіре тірке тіркел тұрғыз төле хабарла шарша шекте іш қайна ' +
        'қала қамтамасыз қара қарас қозға қозғал қолда қорық қорға қу қуан құрал үйрен ұйықта ұна ұр ұста ұт ' +
        'ұш ұшыра әкел өл өс өт өткіз өш';
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

      // the commonest derivations, to know достық by дос and айтыл by айт
      var NOUN_OF_NOUN = /^(.{2,}?)([лдт][ыі][қк]|ш[ыі]|ш[ыі]л[ыі][қк]|л[ыі]|с[ыі]з|[лдт][ае]с|кер|гер|хана|аралық)$/;
      var NOUN_OF_VERB = /^(.{2,}?)([ыі][мс]|уш[ыі]|уш[ыі]л[ыі][қк]|[ғгқк][ыі]ш|[ыі]нд[ыі])$|^(.+[аеыі])[мс]$/;
      var VERB_OF_VERB = /^(.{2,}?)([тд][ыі]р|[ғгқк][ыі]з|[ыі][лнс])$|^(.+[аеыі])[тлнс]$|^(.+[рлй])т$/;
      var VERB_OF_NOUN = /^(.{3,}?)[лдт][ае]([снтл]|[снт][тд]?[ыі]р)?$/;

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
        if (depth > 1) return '';
        // but алдық, күлдік are the past of a verb
        if ((m = NOUN_OF_NOUN.exec(s)) && !(verb[m[1]] && /^[дт][ыі]/.test(m[2])) && knownNoun(m[1], false, depth + 1)) { price += 3; return s; }
        if ((m = NOUN_OF_VERB.exec(s)) && knownVerb(m[1] || m[3], true, depth + 1)) { price += 4; return s; }
        if (depth === 0 && s.length > 6) {
          for (i = 3; i < s.length - 3; i++) {
            if (noun[s.slice(0, i)] && noun[s.slice(i)]) { price = 12; return s; }
          }
        }
        return '';
      }

      function knownVerb(s, vowel, depth) {
        var c = s.charAt(s.length - 1), m, w;
        if (verb[s]) { price = verb[s]; return s; }
        if (vowel && /[бғг]/.test(c) && verb[w = harden(s)]) { price = verb[w]; return w; }
        if (depth > 1) return '';
        if ((m = VERB_OF_VERB.exec(s)) && knownVerb(m[1] || m[3] || m[4], /^[ыі]/.test(m[2]), depth + 1)) { price += 3; return s; }
        if ((m = VERB_OF_NOUN.exec(s)) && knownNoun(m[1], false, depth + 1)) { price += 4; return s; }
        return '';
      }

      /* ---------- the search for the cheapest reading ---------- */
      var best, bestCost, VOWELS = /[аәеоөұүыіэёяуию]/g, FOREIGN = /[фвцчщэёьъһх]/;
      var PER_LETTER = 3.8;

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
          if (n < 2) cost += s.length < 3 ? 9 : 1;
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
        // most roots of one syllable are verbs
        if (n < 2) cost += s.length < 3 ? 8 : -3;
        if (vowel && /[қкп]$/.test(s)) cost += 4;
        if (!/([лдт][ае]|[лдт][ае][снт]|[ыі][лнс]|[аеіы]й|[аеыі]р|т|[ыі])$/.test(s)) cost += 3;
        offer(even(s), cost);
      }

      function peel(s, needs, cost, next) {
        var max = Math.min(LONGEST, s.length - 1), k, rows, i, row, rest, c, side;
        if (cost > bestCost) return;
        if (needs & N) asNoun(s, cost, next);
        if (!next && knownVerb(s, false, 0)) offer(price > 4.5 ? even(s) : s, price + 2);
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
            peel(row.glide ? rest + (side === FRONT ? 'і' : 'ы') : rest, row.on, cost + row.cost + (next || row.makes !== VN ? 0 : 4), row);
          }
        }
      }

      var memo = {}, memoSize = 0;
      var ALL = N | PL | P1 | P2 | P3 | CS | LG | PR | PT | VU | AO | CV | PA | CD | PS | DQ | FV | VN;

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
