/*!
 * Lunr languages, `Kazakh` language
 * https://github.com/MihaiValentin/lunr-languages
 *
 * Copyright 2026, the Sholu authors.
 * MIT License: https://opensource.org/license/mit
 */
/*
 * Use, in the form of the other languages of lunr-languages:
 *
 *   var lunr = require('lunr');
 *   require('lunr-languages/lunr.stemmer.support')(lunr);
 *   require('./lunr.kk.min.js')(lunr);
 *   lunr(function () { this.use(lunr.kk); ... });
 *
 * lunr.kk.stem(word) stems a word without lunr; lunr.kk.addRoots(nouns, verbs) takes more roots, in two arrays.
 * Words in other letters, numbers and empty words stay as they are. It asks for nothing but ECMAScript 5.
 *
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
 *   1. looks for irregular words (pronouns, the copula) and for words that take no suffix;
 *   2. walks the word from right to left through a finite-state grammar (SUFFIXES),
 *      and lets a suffix go only where its shape agrees with the sound before it;
 *   3. gives every complete reading a cost: each suffix has its own, a listed root is
 *      cheap, a root derived from a listed one less so, an unlisted root is paid for
 *      by the letter, and more when it is very short or unlikely as a verb;
 *   4. takes the cheapest reading, and evens out the sounds that change at the end
 *      of a root (кітап / кітаб-ы, жүрек / жүрег-і, орын / орн-ы, оқы / оқ-у).
 *
 * Derivation (зерттеу-ші, дос-тық) and voice (айт-ыл) are left in the stem: they make
 * other words. The lists of roots were written for this file by hand; of 2,100 common roots
 * they hold those that the grammar alone gets wrong in some form.
 *
 * Of the pairs of word forms with one lemma, in running text that was written and lemmatized by hand and not looked
 * at before (538 forms), it finds 0.96, and of the pairs that it makes 0.97 are right. A word takes 30 microseconds.
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
    var ALPHABET = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя';

    // A list is written with spaces here. The served file has it packed (by the script that minifies this): of each word, how
    // many letters it shares with the one before it, then its other letters, by their place in the alphabet.
    function words(list) {
      var word = '';
      return list.indexOf(' ') > 0 ? list.split(' ') : list.match(/\d\D*/g).map(function(part) {
        return word = word.slice(0, part.charAt(0)) + part.slice(1).replace(/./g, function(letter) {
          return ALPHABET.charAt(letter.charCodeAt(0) - (letter > 'Z' ? 97 : 39));
        });
      });
    }

    // words that take no suffix
    var WHOLE = words('алайда арқылы аса астам әбден әдетте әйтпесе әйтсе әлі әрине әрі әсіресе байланысты бәлкім бері ' +
      'бойынша бүгінде бірақ бірге бірден гөрі ғана дегенмен дейін егер емес енді ең жайлы және жөнінде ' +
      'жуық кейде күнде қайта қайтадан қана қарағанда қарай қарамастан қатысты қоса мәселен мүлдем мүмкін ' +
      'міне негізінен немесе өйткені өте ретінде себебі секілді сияқты сондықтан сірә тағы тәрізді тек ' +
      'толығымен туралы тіпті үшін шамамен шейін шынымен яғни');
    // other words that are too common to be looked for
    var STOP = words('ал ана анау ба бар бе бен болады болған болды болып бұған бұдан бұл бұны біз бізге біздің бір ғой да ' +
      'де деген дейді деп еді екен ма маған ме мен мені менің мұнда мұндай мұны мұның мына мынау не оған ' +
      'одан ол олар олардың онда ондай оны оның осы осыған осыдан осындай осының өз өзі па пе пен сен сенің ' +
      'соған содан сол сонда сондай соны сонымен соның соң сіз сіздің та те я яки');

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
        ['Bікі', CASE | P3, P3, 4],
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
        ['п', VN, CV, 4],
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
        ['йынша йінше', VN, FV, 2],
        ['шY', V | VN | CD | FV, PR, 6]
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

      // the side of the word's last vowel; и, у and the ends of loans (банк, рубль, Тоқаев) go with either
      function harmony(s) {
        var i = s.length - 1, c = s.charAt(i), loan = /[кгвьфц]/.test(c);
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
      // pronouns, the copula and four verbs of posture have forms of their own
      var IRREGULAR = [
        ['ол', /^о(ның|ған|ны|дан|нан|нда|нымен|ндағы.*|лар.*)$/],
        ['сол', /^со(ның|ған|ны|дан|нан|нда|нымен|ндағы.*|лар.*)$/],
        ['бұл', /^[бм]ұ(ның|ған|ны|дан|нан|нда|нымен|ндағы.*|лар.*)$/],
        ['осы', /^осы(ған|дан|нда.*)$/],
        ['мына', /^мына(у|ған)$/],
        ['ана', /^анау/],
        ['мен', /^(маған|мен(ен|імен|ікі))$/],
        ['сен', /^(саған|сен(ен|імен|ікі))$/],
        ['е', /^е(ді([мңк]|ңіз|ңдер)?|кен.{0,9})$/],
        ['емес', /^емес(п[іе].|сі.|тін.*)$/],
        ['жат', /^жатыр/],
        ['ал', /^алды$/],
        ['жыл', /^жылғы$/],
        ['$1', /^(отыр|тұр|жүр)(м[ыі][нз]|с[ыі][ңз].*)$/],
        ['$1л', /^(бо|қа|а)п$/],
        ['$1л', /^(ке|әке)п$/],
        ['да', /^[дт][ае]$/],
        ['ма', /^[бмп][ае]$/]
      ];

      // @NOUNS: nominal roots, and words that only look as if they had a suffix
      var NOUNS = words('аға ағайын ағылшын аз азамат ай айқын айна ақ ақпарат ақша ақыл ақылды ақымақ ақын ал аласа алғашқы ' +
        'алд алла алматы алпыс алты алтын алыс ана ант анық анықтама аңғар апа апта ар ара арал арман арт ас ' +
        'аст астана астық асық асыл ат ата атақ атау ауа аудан аударма аумақ аш ащы аю аяз аяқ әдебиет әдет ' +
        'әділдік әділет әдіс әже әзір әке әкім әл әлем әлеуметтік әлихан әліппе ән әңгіме әпке әр әрекет ' +
        'әрқашан әріптес әуе әуен әулет баға бағам бағдарлама бағыт база базар бай байланыс бақ бақша бал ' +
        'бала балта бап бар барша бас басқа басқарма баспа бастама басты бастық батыс бауырсақ баяндама бәр ' +
        'бәсекелес бейне бейсенбі бек бел белгі белгісіз белсенді бес бет би бидай бие билет биік боз бой ' +
        'болат бос бостандық бота бөле бөлме бұғы бұйым бұқара бұл бұрын бұрынғы бұрыс бұта бүгін бүгінгі ' +
        'бүйрек бүтін біз бір бірдей газ гүл ғажайып ғалым ғибрат ғимарат ғұлама ғұрып ғылым дағдарыс дала ' +
        'дана дарын дастан дау даяр дәл дәлел дәм дәмді дән дәптер дәрмен дәрі дәріс демалыс дене дең деңгей ' +
        'депутат дерлік дипломат доллар домбыра доп дос дөң дұрыс дүйсенбі дүркін дыбыс дін егде егемен егес ' +
        'екі екіжақты ел елбасы елу емін ер еркін еркіндік ерте ертегі ертең ертеңгі ес есім етене ешқандай ' +
        'жабдық жаға жағдай жаз жаза жазба жазу жай жақ жақтас жақын жала жалау жамағат жан жаңа жаппай ' +
        'жапырақ жар жара жарақ жарғы жарнама жарты жартыжылдық жарыс жас жасақ жат жау жауап жауапты жауын ' +
        'жеке жексенбі жел желі жеміс жеңге жеңіл жер жетпіс жеті жетістік жиналыс жиын жиырма жоба жоғары ' +
        'жоқ жол жолбарыс жолдас жоспар жуас жұма жұмбақ жұмсақ жұмыс жүз жүйе жүк жыл жылан жылу жыр жігер ' +
        'жіңішке жіп заң заңнама зар зат зейнет зерде зор иек иен ине интернет ит иық иіс кама кәрі кәріс ' +
        'кәсіп кәсіпорын кедей кез кейін кейінгі келбет келесі келін кеме кең кеңес кеңсе кеңістік керме кесе ' +
        'кесте кеуде кеш кеше кешегі климат команда комитет көгершін көз көзқарас көк көкөніс көкірек көл ' +
        'көлденең көлем көне көп көрме көрші көршілес көрікті көтеріліс көш көше күз күй күл күміс күн ' +
        'күнтізбе күрес күту күш күшті кім кіріс кіріспе кішкентай қабат қабыл қабырға қабілет қағида қаз ' +
        'қаза қазақ қазан қазба қазына қазіргі қай қайғы қайда қайрат қайсар қайсы қайтыс қайың қақпа ' +
        'қақтығыс қала қалай қалам қалта қалың қамал қан қанат қандай қанша қаңтар қап қар қара қарағай ' +
        'қарағанды қараңғы қарапайым қарар қарбалас қарға қарқынды қартайу қару қарша қарым қарындас қас ' +
        'қасиет қасиетті қасқыр қасірет қатар қатты қатынас қауым қимыл қиын қой қол қоныс қор қора қорған ' +
        'қорғаныс қорытынды қошемет қуат құбылыс құда құдай құжат құз құл құлақ құлан құлын құм құмар ' +
        'құмырсқа құн құнды құрал құрама құрмет құрт құс құт құтты қыз қызба қылмыс қымбат қыр қырғыз қыс ' +
        'қысқа қытай лақ лаң лас лауазым леп лық мағұлым мағына мадақ май майдан мақсат мақтан мал маң маңдай ' +
        'маңыз маңызды марапат мата маусым мәдениет мәжбүр мәжіліс мәз мәлім мәлімдеме мәлімет мән мәңгі ' +
        'мәтін медаль мейірім мекеме мемлекеттік мен мерзім ми миллиард министр мөлшер мұз мұндай мұнша мұң ' +
        'мұра мұхтар мүдде мүмкіндік мүсін мүше мықты мына мынадай мың мыс мінбе міндет міндетті наз назар ' +
        'найза найзағай нақты намыс нан нар нәр нәрсе не негіз негізгі немере неміс неше нұр нұсқа облыс ой ' +
        'ойын оқ оқиға ол олжа он ондай оң орда орта орыс осы осындай осынша от отбасы отын отырыс өз өзара ' +
        'өзге өзгеріс өзен өкпе өкше өкім өлке өндіріс өнеркәсіп өнім өң өре өркен өрт өріс өсиет өш пайда ' +
        'пана пара парасат патша пенде перде пеш поезд проект пікірталас піл пішін рай рас рет ретте роза рөл ' +
        'ру рух сағат садақ сай сайлау сақ салауат салдар салқын салмақ салт сан сана санақ сау сауат сауда ' +
        'саясат сән сәрсенбі сәт сейсенбі секунд сен сенбі сенімді серіктес серіктестік сипат соғыс сол сом ' +
        'сондай сонша соң соңғы сот сөз сөре су сурет суретші сусын сұр сұрақ сүйек сүйікті сүре сүт сыбаға ' +
        'сыйлы сын сынақ сынып сыр сырқат сыртқы сіз табиғат табыс таза тай тақ тақта тақырып талай талап ' +
        'талас таныс таң тап тапқыр тар тарап тарау тармақ тарту тартыс тары тас таспа татар тату тау тәж ' +
        'тәлім тән тәртіп тәсілдеме тәтті театр тегін тегіс тез телім теңге терең тері теріс тиын тиіс тиісті ' +
        'той ток тоқ толқын тон топ топырақ торғай төбе төл төлқұжат төмен төңкеріс төңірек төр төраға төре ' +
        'ту туған туыс тұжырым тұз тұзды тұлға тұрақ тұрақты тұрғы тұрғын тұрмыс тұрмыстық тұтқын түйе түн ' +
        'түп түрме түс түтін тізбек тізе тізім тік тіке тікелей тіл тілек тірі тіс уайым уақиға уәде уәж ұжым ' +
        'ұзын ұйым ұқсас ұл ұлан ұлт ұлы ұн ұран ұры ұстаным ұсыныс ұшқын ұя ұят үдеріс үй үйрек үкімет үлгі ' +
        'үлес үміт үн үндеу үрдіс үст үстем үш хабар хал хан хат хаттама цех шағым шай шайқас шақ шал шалбар ' +
        'шам шама шаң шаңырақ шара шаттық шаш шеге шекара шеңбер шет шеше шолу шөбере шөл шөп шұбат шыбын ' +
        'шығар шығарма шығын шығыс шын шынтақ шырын шілде ыдыс ықылас ынта ынтымақ ынтымақтастық ырыс із ' +
        'ілгері іні іргетас ірі іс іш электр юбилей я');
      // @VERBS: verbal roots
      var VERBS = words('ағыз айқайла айқында айқындал айнал айт айыпта айырбаста ақ ақтар ал алда алдан алдыр алмас алын ' +
        'анықта анықтал аңды аңса ара арманда арна арнал арт арттыр ас асық асыр асыра ат ата атта аттан ауда ' +
        'аудар ауна ауыстыр аш аяқта әзірле әкел әкет әлсіре әңгімеле әңгімелес бағала бағытта бағыттал байқа ' +
        'байқал байла байланыстыр бақыла бар бас басқар баста баянда баяндал бәсекелес бекі белгіле бер бет ' +
        'беттес биле биікте бол болжа босан бөл бұз бұр біл бірлес бірік біт дайында дайындал дамы дәйекте ' +
        'дәлелде де демал дірілде ем емде емдел ен еңбектен ер ерт ері есепте есептел ескерт есті ет жабдықта ' +
        'жаз жазала жай жақ жақсар жалғас жалтыра жан жандыр жаңар жап жар жара жарақаттан жарал жарияла ' +
        'жарқыра жарла жаса жасал жасар жасыр жасырын жат жатта жау жаул же жек жекелей жең жет жетіл жетіс ' +
        'жетісте жи жина жинал жоғал жоғарыла жой жолық жорғала жоспарла жөнде жөнел жу жұбан жұм жүгін жүз ' +
        'жүкте жүр жық жыла жылын жырт жібер заңда зертте зерттел иландыр кездес кездестір кел кеми кеп кес ' +
        'кет кешік ки көгер көм көр көрін көтер көтеріл көш күй күйдір күл күрес күт кір кіріс қабылда ' +
        'қабылдан қадағала қаз қайна қайт қайтала қайтар қал қалыптастыр қама қамт қамты қара қарас қартай ' +
        'қат қатыс қауіптен қаш қи қимылда қина қинал қира қозға қозғал қой қолда қолдан қон қорға қорық ' +
        'қорытындыла қос қу қуал қуан қуатта құй құла құлшын құпта құр құрал құрас құрметте құтқар қыл қыс ' +
        'қысқар қыстыр лақтыр мақта мақтал марапатта мәжбүрле мәлімде мұңай міндетте нашарла негізде негіздел ' +
        'оз озы ойла ойна оқы ора орна орнал орналастыр орында отыр отырғыз оян өзгер өкіндір өл өлше өндір ' +
        'өңде өңдел өрте өс өт өш растай ренжі ретте сағын сайла сақта сақтан сал сана сат саудалас сез сен ' +
        'сендір сескен сипатта сипаттал соз соқ сөйле сөйлес сөн сула суретте суреттел сұра сұрыпта сұхбаттас ' +
        'сүй сүйе сүйен сыбырла сый сыйла сыйлас сын сына сынал сындыр сырқа сілте тазала тала талап талас ' +
        'талда талқыла тамақтан тамшы таны таныс таныстыр таңда тап тара таразыла тарал тарт тарыл таста тасы ' +
        'тасымалда тексер тербе тереңде ти тоқта тол толған тоң төбелес төк төле төменде ту тудыр тура туында ' +
        'тұжырымда тұр тұт тұтқында түзе түй түйінде түс түсін тығыз тый тынық тыңда тік тіке тіле тіре тірел ' +
        'тірке тіркел уайымда ұйықта ұйымдастыр ұқ ұқса ұмсын ұна ұр ұрыс ұста ұсын ұт ұш ұшыр ұшыра үз үйлес ' +
        'үйрен үлгер үміттен үнде үндес үрк хабарла хабарлан шайқа шап шарша шекте шектел шеш шола шошы шығар ' +
        'шыда шық шырқа ынтымақтас ізде іл ілестір ірікте істе істел іш');
      // roots that lose their last vowel before a vowel
      var SYNCOPE = words('айып ауыз ауыл әріп бауыр бөрік ғұмыр дауыс дәуір дәуіт ерік ерін зейін иін көңіл көрік қайын қарын ' +
        'қауіп қойын қорық құлық қырық қырын мойын мұрын мүлік нарық нәсіп орын парық пейіл сиық тәуір ұрып ' +
        'ұрыс халық');

      var noun = {}, verb = {}, short = {}, whole = {};

      // я and ю after a vowel are й + а, й + у: қоя-ды is the verb қой
      function spell(w) {
        return w.replace(/([аәеоөұүыі])я/g, '$1йа').replace(/([аәеоөұүыі])ю/g, '$1йу').replace(/ию/g, 'иу');
      }

      function list(table, roots, level) {
        for (var i = 0, w; i < roots.length; i++) {
          w = spell(roots[i]);
          if (!table.hasOwnProperty(w)) table[w] = level;
        }
      }

      function addRoots(nouns, verbs, level) {
        list(noun, nouns, level);
        list(verb, verbs, level);
      }

      (function() {
        var i, row;
        addRoots(NOUNS, VERBS, 4);
        list(whole, WHOLE, 1);
        for (i = 0; i < SYNCOPE.length; i++) {
          row = SYNCOPE[i];
          if (!verb[row]) noun[row] = 4;
          short[row.slice(0, -2) + row.slice(-1)] = row;
        }
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
        if (/...стан$/.test(s)) { price = 4; return s; }
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
        if (vowel && verb[w = short[s]]) { price = 4; return w; }
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
        s = harden(s.replace(/ь$/, ''));
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
          // no root ends so: қазақс-тан
          if (/[зқкпсшт][^аәеоөұүыіэёяуиюйтк]$/.test(s)) cost += 6;
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
        if (!next && knownVerb(s, false, 0)) offer(price > 4.5 ? even(s) : s, price + 3.5);
        if (next && needs & V) asVerb(s, cost, next);
        for (k = 1; k <= max; k++) {
          rows = TABLE.hasOwnProperty(s.slice(-k)) && TABLE[s.slice(-k)];
          if (!rows) continue;
          rest = s.slice(0, -k);
          // the soft sign is not heard: рубль-дің
          c = CLASS[rest.replace(/ь$/, '').slice(-1)];
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
        if (whole[w]) return w;
        var s = spell(w);
        best = w;
        bestCost = 1e9;
        peel(s, ALL, 0, null);
        return best.replace(/йа/g, 'я').replace(/йу/g, 'ю');
      }

      function stem(text) {
        var w = text.toLowerCase(), i, tail, s;
        if (memo.hasOwnProperty(w)) return memo[w];
        s = (w.normalize ? w.normalize('NFC') : w).replace(/[\u2019\u02BC'"«»\u0301\u00AD]/g, '').replace(/[\u2010-\u2014]/g, '-');
        // Latin letters typed for their Cyrillic likenesses among Cyrillic ones
        if (/[а-яәі]/.test(s)) s = s.replace(/[aeopcxyihkə]/g, function(c) { return 'аеорсхуіһкә'.charAt('aeopcxyihkə'.indexOf(c)); });
        i = s.lastIndexOf('-');
        for (tail = 0; tail < IRREGULAR.length; tail++) {
          if (IRREGULAR[tail][1].test(s)) return (memo[w] = s.replace(IRREGULAR[tail][1], IRREGULAR[tail][0]));
        }
        if (i > 0) {
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

    lunr.kk.stopWordFilter = lunr.generateStopWordFilter(WHOLE.concat(STOP));

    lunr.Pipeline.registerFunction(lunr.kk.stopWordFilter, 'stopWordFilter-kk');
  };
}));
