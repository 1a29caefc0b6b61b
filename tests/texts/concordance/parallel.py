"""A declaration in nine languages, written for these tests, and nine more paragraphs: they say the same in each."""

from __future__ import annotations

from msgspec import structs

from kengesh.texts.units import Text, Unit, UnitKind

KINDS = [
    UnitKind.TITLE,
    *[UnitKind.PREAMBULAR] * 4,
    *[UnitKind.OPERATIVE] * 3,
    *[UnitKind.SUBPARAGRAPH] * 2,
    *[UnitKind.OPERATIVE] * 4,
]
FIGURES = ["", "", "", "", "", "1.", "2.", "3.", "", "", "4.", "5.", "6.", "7."]

WORDS = {
    "en": [
        "Declaration on a joint logistics network",
        "The Republic of Azerbaijan, the Republic of Kazakhstan, the Kyrgyz Republic, the Republic of Tajikistan, Turkmenistan and the Republic of Uzbekistan,",
        "Recalling the Seventh Consultative Meeting, held on 16 November 2025 in Tashkent,",
        "Noting General Assembly resolution A/RES/75/1 and the role of the United Nations,",
        "Aware that 2.5 per cent of 1,250,000 containers were delayed in 2024,",
        "Member States shall establish a joint logistics network by 31 December 2028;",
        "Observers may attend the meetings of the coordinators but shall not vote;",
        "Each member state should report every six months on dwell time at border crossing points:",
        "the length of the corridor in kilometres and its capacity of 10.5 million tonnes;",
        "the tariff of each operator for 2026–2028;",
        "Azerbaijan, Kazakhstan and Turkmenistan intend to open three ferry lines from 1 March 2027;",
        "No provision of paragraph 2 may be amended before 9–11 February 2027 unless 75 % of the member states agree.",
        "The Secretariat must publish a progress report by 16.11.2026.",
        "This Declaration shall enter into force on the day of its signature by six states.",
    ],
    "tr": [
        "Ortak lojistik ağına ilişkin Bildirge",
        "Azerbaycan Cumhuriyeti, Kazakistan Cumhuriyeti, Kırgız Cumhuriyeti, Özbekistan Cumhuriyeti, Tacikistan Cumhuriyeti ve Türkmenistan,",
        "Taşkent'te 16 Kasım 2025 tarihinde düzenlenen Yedinci İstişare Toplantısı'nı hatırlatarak,",
        "Genel Kurul'un A/RES/75/1 sayılı kararını ve Birleşmiş Milletler'in rolünü kaydederek,",
        "2024 yılında 1.250.000 konteynerin %2,5'inin geciktiğinin bilincinde olarak,",
        "Üye devletler 31 Aralık 2028'e kadar ortak bir lojistik ağı kurmalıdır;",
        "Gözlemciler koordinatörlerin toplantılarına katılabilir, ancak oy kullanamaz;",
        "Her üye devletin, sınır kapılarındaki bekleme süresi hakkında altı ayda bir rapor vermesi gerekir:",
        "koridorun kilometre cinsinden uzunluğu ve 10,5 milyon tonluk kapasitesi;",
        "her işletmecinin 2026-2028 yıllarına ait tarifesi;",
        "Azerbaycan, Kazakistan ve Türkmenistan, 1 Mart 2027'den itibaren üç feribot hattı açma niyetindedir;",
        "2. fıkranın hiçbir hükmü, üye devletlerin %75'i kabul etmedikçe, 9-11 Şubat 2027'den önce değiştirilemez.",
        "Sekretarya, 16.11.2026 tarihine kadar bir ilerleme raporu yayımlamak zorundadır.",
        "Bu Bildirge, altı devletin imzaladığı gün yürürlüğe girecektir.",
    ],
    "ru": [
        "Декларация о единой логистической сети",
        "Азербайджанская Республика, Республика Казахстан, Кыргызская Республика, Республика Таджикистан, Туркменистан и Республика Узбекистан,",
        "напоминая о Седьмой Консультативной встрече, состоявшейся 16 ноября 2025 года в Ташкенте,",
        "отмечая резолюцию A/RES/75/1 Генеральной Ассамблеи и роль Организации Объединённых Наций,",
        "сознавая, что в 2024 году с задержкой прибыли 2,5 процента из 1 250 000 контейнеров,",
        "Государства-члены должны создать единую логистическую сеть к 31 декабря 2028 года;",
        "Наблюдатели могут присутствовать на заседаниях координаторов, но не могут голосовать;",
        "Каждому государству-члену следует каждые шесть месяцев представлять отчёт о времени простоя в пунктах пропуска через границу:",
        "протяжённость коридора в километрах и его пропускная способность 10,5 млн тонн;",
        "тариф каждого оператора на 2026–2028 годы;",
        "Азербайджан, Казахстан и Туркменистан намерены открыть три паромные линии с 1 марта 2027 года;",
        "Ни одно положение пункта 2 не может быть изменено до 9–11 февраля 2027 года без согласия 75 % государств-членов.",
        "Секретариат обязан опубликовать отчёт о ходе выполнения до 16.11.2026.",
        "Настоящая Декларация должна вступить в силу в день её подписания шестью государствами.",
    ],
    "az": [
        "Birgə logistika şəbəkəsi haqqında Bəyannamə",
        "Azərbaycan Respublikası, Qazaxıstan Respublikası, Qırğız Respublikası, Özbəkistan Respublikası, Tacikistan Respublikası və Türkmənistan,",
        "Daşkənddə 2025-ci il noyabrın 16-da keçirilmiş Yeddinci Məşvərət Görüşünü xatırladaraq,",
        "Baş Assambleyanın A/RES/75/1 nömrəli qətnaməsini və Birləşmiş Millətlər Təşkilatının rolunu qeyd edərək,",
        "2024-cü ildə 1 250 000 konteynerin 2,5 faizinin gecikdiyini nəzərə alaraq,",
        "Üzv dövlətlər 2028-ci il dekabrın 31-dək birgə logistika şəbəkəsi yaratmalıdırlar;",
        "Müşahidəçilər koordinatorların iclaslarında iştirak edə bilərlər, lakin səs verə bilməzlər;",
        "Hər bir üzv dövlət sərhəd keçid məntəqələrində dayanma müddəti barədə altı aydan bir hesabat verməlidir:",
        "dəhlizin kilometrlə uzunluğu və 10,5 milyon ton ötürücülük qabiliyyəti;",
        "hər bir operatorun 2026–2028-ci illər üçün tarifi;",
        "Azərbaycan, Qazaxıstan və Türkmənistan 2027-ci il martın 1-dən üç bərə xətti açmaq niyyətindədirlər;",
        "Üzv dövlətlərin 75 faizi razı olmadan 2-ci bəndin heç bir müddəası 2027-ci il fevralın 9–11-dən əvvəl dəyişdirilə bilməz.",
        "Katiblik 16.11.2026-cı il tarixinədək icra vəziyyəti haqqında hesabat dərc etməyə borcludur.",
        "Bu Bəyannamə altı dövlət tərəfindən imzalandığı gün qüvvəyə minməlidir.",
    ],
    "kk": [
        "Ортақ логистикалық желі туралы декларация",
        "Әзербайжан Республикасы, Қазақстан Республикасы, Қырғыз Республикасы, Өзбекстан Республикасы, Тәжікстан Республикасы және Түрікменстан,",
        "2025 жылғы 16 қарашада Ташкентте өткен Жетінші Консультативтік кездесуді еске ала отырып,",
        "Бас Ассамблеяның A/RES/75/1 қарарын және Біріккен Ұлттар Ұйымының рөлін атап өтіп,",
        "2024 жылы 1 250 000 контейнердің 2,5 пайызы кешіккенін ескере отырып,",
        "Мүше мемлекеттер 2028 жылғы 31 желтоқсанға дейін ортақ логистикалық желі құруға тиіс;",
        "Бақылаушылар үйлестірушілердің отырыстарына қатыса алады, бірақ дауыс бере алмайды;",
        "Әрбір мүше мемлекет шекарадан өткізу пункттеріндегі тұрып қалу уақыты туралы алты ай сайын есеп беруі керек:",
        "дәліздің километрмен алынған ұзындығы және 10,5 млн тонна өткізу қабілеті;",
        "әр оператордың 2026–2028 жылдарға арналған тарифі;",
        "Әзербайжан, Қазақстан және Түрікменстан 2027 жылғы 1 наурыздан бастап үш паром желісін ашуға ниетті;",
        "Мүше мемлекеттердің 75 пайызы келіспейінше, 2-тармақтың бірде-бір ережесі 2027 жылғы 9–11 ақпанға дейін өзгертіле алмайды.",
        "Хатшылық 16.11.2026 күніне дейін орындалу барысы туралы есепті жариялауға міндетті.",
        "Осы Декларация алты мемлекет қол қойған күні күшіне енуге тиіс.",
    ],
    "ky": [
        "Орток логистикалык тармак жөнүндө декларация",
        "Азербайжан Республикасы, Казакстан Республикасы, Кыргыз Республикасы, Өзбекстан Республикасы, Тажикстан Республикасы жана Түркмөнстан,",
        "2025-жылдын 16-ноябрында Ташкентте өткөн Жетинчи Консультативдик жолугушууну эске салып,",
        "Башкы Ассамблеянын A/RES/75/1 резолюциясын жана Бириккен Улуттар Уюмунун ролун белгилеп,",
        "2024-жылы 1 250 000 контейнердин 2,5 пайызы кечиккенин эске алып,",
        "Мүчө мамлекеттер 2028-жылдын 31-декабрына чейин орток логистикалык тармакты түзүүгө тийиш;",
        "Байкоочулар координаторлордун жыйындарына катыша алышат, бирок добуш бере алышпайт;",
        "Ар бир мүчө мамлекет чек ара көзөмөл өткөрүү пункттарындагы туруп калуу убактысы жөнүндө алты ай сайын отчёт бериши керек:",
        "коридордун километр менен узундугу жана 10,5 млн тонна өткөрүү мүмкүнчүлүгү;",
        "ар бир оператордун 2026–2028-жылдарга тарифи;",
        "Азербайжан, Казакстан жана Түркмөнстан 2027-жылдын 1-мартынан тартып үч паром линиясын ачууга ниеттенишет;",
        "Мүчө мамлекеттердин 75 пайызы макул болмоюнча, 2-пункттун бир дагы жобосу 2027-жылдын 9–11-февралына чейин өзгөртүлө албайт.",
        "Катчылык 16.11.2026-күнгө чейин аткарылышы жөнүндө отчётту жарыялоого милдеттүү.",
        "Ушул Декларация алты мамлекет кол койгон күнү күчүнө кириши керек.",
    ],
    "tg": [
        "Эъломия дар бораи шабакаи муштараки логистикӣ",
        "Ҷумҳурии Қазоқистон, Ҷумҳурии Қирғизистон, Ҷумҳурии Озарбойҷон, Ҷумҳурии Тоҷикистон, Туркманистон ва Ҷумҳурии Ӯзбекистон,",
        "бо ёдоварӣ аз Вохӯрии ҳафтуми машваратӣ, ки 16 ноябри соли 2025 дар Тошканд баргузор шуд,",
        "бо таъкиди қатъномаи A/RES/75/1-и Ассамблеяи Генералӣ ва нақши Созмони Милали Муттаҳид,",
        "бо дарназардошти он ки соли 2024 аз 1 250 000 контейнер 2,5 фоиз бо таъхир расид,",
        "Давлатҳои аъзо бояд то 31 декабри соли 2028 шабакаи муштараки логистикиро таъсис диҳанд;",
        "Нозирон метавонанд дар ҷаласаҳои ҳамоҳангсозон иштирок кунанд, аммо наметавонанд овоз диҳанд;",
        "Ҳар як давлати аъзо бояд дар бораи вақти истод дар гузаргоҳҳои сарҳадӣ ҳар шаш моҳ ҳисобот диҳад:",
        "дарозии долон бо километр ва иқтидори гузаронии 10,5 млн тонна;",
        "тарифи ҳар як оператор барои солҳои 2026–2028;",
        "Қазоқистон, Озарбойҷон ва Туркманистон ният доранд, ки аз 1 марти соли 2027 се хатти паромро кушоянд;",
        "Ягон муқаррароти банди 2 то 9–11 феврали соли 2027 бе розигии 75 фоизи давлатҳои аъзо наметавонад тағйир дода шавад.",
        "Котибот вазифадор аст, ки то 16.11.2026 ҳисобот дар бораи рафти иҷроро нашр кунад.",
        "Эъломияи мазкур бояд дар рӯзи имзо шуданаш аз ҷониби шаш давлат эътибор пайдо кунад.",
    ],
    "tk": [
        "Bilelikdäki logistika ulgamy hakynda Jarnama",
        "Azerbaýjan Respublikasy, Gazagystan Respublikasy, Gyrgyz Respublikasy, Özbegistan Respublikasy, Täjigistan Respublikasy we Türkmenistan,",
        "2025-nji ýylyň 16-njy noýabrynda Daşkentde geçirilen Ýedinji Konsultatiw duşuşygy ýatlap,",
        "Baş Assambleýanyň A/RES/75/1 kararnamasyny we Birleşen Milletler Guramasynyň ornuny belläp,",
        "2024-nji ýylda 1 250 000 konteýneriň 2,5 göteriminiň gijä galandygyny göz öňünde tutup,",
        "Agza döwletler 2028-nji ýylyň 31-nji dekabryna çenli bilelikdäki logistika ulgamyny döretmelidirler;",
        "Synçylar utgaşdyryjylaryň mejlislerine gatnaşyp bilerler, emma ses berip bilmezler;",
        "Her bir agza döwlet serhet gözegçilik-geçiriş ýerlerindäki saklanma wagty barada alty aýdan bir gezek hasabat bermelidir:",
        "geçelgäniň kilometrde uzynlygy we 10,5 million tonna geçirijilik ukyby;",
        "her bir operatoryň 2026–2028-nji ýyllar üçin nyrhy;",
        "Azerbaýjan, Gazagystan we Türkmenistan 2027-nji ýylyň 1-nji martyndan üç parom ugruny açmagy niýet edýärler;",
        "Agza döwletleriň 75 göterimi razy bolmasa, 2-nji bölegiň hiç bir düzgüni 2027-nji ýylyň 9–11-nji fewralyndan öň üýtgedilip bilinmez.",
        "Sekretariat 16.11.2026 senesine çenli ýerine ýetirilişi barada hasabaty çap etmäge borçlydyr.",
        "Şu Jarnama alty döwlet tarapyndan gol çekilen güni güýje girmelidir.",
    ],
    "uz": [
        "Umumiy logistika tarmogʻi toʻgʻrisida deklaratsiya",
        "Ozarbayjon Respublikasi, Qirgʻiz Respublikasi, Qozogʻiston Respublikasi, Tojikiston Respublikasi, Turkmaniston va Oʻzbekiston Respublikasi,",
        "2025-yil 16-noyabrda Toshkentda oʻtkazilgan Yettinchi Maslahat uchrashuvini eslab,",
        "Bosh Assambleyaning A/RES/75/1 rezolyutsiyasini va Birlashgan Millatlar Tashkilotining oʻrnini qayd etib,",
        "2024-yilda 1 250 000 konteynerning 2,5 foizi kechikkanini hisobga olib,",
        "Aʼzo davlatlar 2028-yil 31-dekabrgacha umumiy logistika tarmogʻini barpo etishi kerak;",
        "Kuzatuvchilar muvofiqlashtiruvchilarning yigʻilishlarida qatnasha oladilar, lekin ovoz bera olmaydilar;",
        "Har bir aʼzo davlat chegara oʻtkazish punktlarida turib qolish vaqti haqida har olti oyda hisobot berishi lozim:",
        "yoʻlakning kilometrdagi uzunligi va 10,5 mln tonna oʻtkazish qobiliyati;",
        "har bir operatorning 2026–2028-yillarga moʻljallangan tarifi;",
        "Ozarbayjon, Qozogʻiston va Turkmaniston 2027-yil 1-martdan boshlab uchta parom yoʻnalishini ochish niyatidadir;",
        "Aʼzo davlatlarning 75 foizi rozi boʻlmasa, 2-bandning biror qoidasi 2027-yil 9–11-fevralgacha oʻzgartirilishi mumkin emas.",
        "Kotibiyat 16.11.2026 sanasigacha ijro holati toʻgʻrisida hisobotni eʼlon qilishga majburdir.",
        "Ushbu deklaratsiya olti davlat tomonidan imzolangan kuni kuchga kirishi lozim.",
    ],
}
# What versions say differently without parting: ranges, cases, idioms, duties in the present tense.
MORE = {
    "en": [
        "Expressing gratitude to China, Georgia and Türkiye for their support of the Trans-Caspian International Transport Route,",
        "Welcoming the results of the visit of the President of Kazakhstan to Azerbaijan from 9 to 11 February 2023,",
        "Stressing that the sustainable development of the ports of the Caspian Sea requires 1.5 billion US dollars,",
        "Ministers may, where necessary, invite experts from Iran and Pakistan as soon as possible;",
        "Rail freight should grow by 5–10 % a year until 2030, and its share must not fall below 40 %;",
        "Invite the second meeting of ministers, to be held in May 2026 in Baku, to consider the “Green Agenda”;",
        "The Parties will not apply tariffs above the level of 2019;",
        "The depositary shall inform all member states within 30 days of each signature and send them certified copies.",
        "Each delegation can table one amendment by 18:00 on 5 March 2026.",
    ],
    "tr": [
        "Çin, Gürcistan ve Türkiye'ye Trans-Hazar Uluslararası Taşımacılık Rotası'na verdikleri destek için teşekkür ederek,",
        "Kazakistan Cumhurbaşkanının 9 Şubat'tan 11 Şubat 2023'e kadar Azerbaycan'a yaptığı ziyaretin sonuçlarını memnuniyetle karşılayarak,",
        "Hazar Denizi limanlarının sürdürülebilir kalkınması için 1,5 milyar ABD dolarına ihtiyaç duyulduğunu vurgulayarak,",
        "Bakanlar gerektiğinde İran ve Pakistan'dan uzmanları mümkün olduğunca kısa sürede davet edebilir;",
        "Demir yolu yükü 2030'a kadar yılda %5-10 artmalı, payı ise %40'ın altına düşmemelidir;",
        "Mayıs 2026'da Bakü'de yapılacak ikinci bakanlar toplantısını “Yeşil Gündem”i ele almaya davet ederler;",
        "Taraflar 2019 düzeyinin üzerinde tarife uygulamayacaktır;",
        "Depoziter, her imzadan itibaren 30 gün içinde tüm üye devletlere bilgi verir ve onlara tasdikli örnekler gönderir.",
        "Her heyet 5 Mart 2026 saat 18.00'e kadar bir değişiklik önerisi sunabilir.",
    ],
    "ru": [
        "выражая благодарность Грузии, Китаю и Турции за поддержку Транскаспийского международного транспортного маршрута,",
        "приветствуя итоги визита Президента Казахстана в Азербайджан с 9 по 11 февраля 2023 года,",
        "подчёркивая, что для устойчивого развития портов Каспийского моря требуется 1,5 млрд долларов США,",
        "министры могут при необходимости в возможно короткие сроки приглашать экспертов из Ирана и Пакистана;",
        "следует обеспечить рост железнодорожных грузов на 5–10 % в год до 2030 года, а их доля не должна опускаться ниже 40 %;",
        "предложить второй встрече министров, которая состоится в мае 2026 года в Баку, рассмотреть «Зелёную повестку»;",
        "Стороны не будут применять тарифы выше уровня 2019 года;",
        "Депозитарий информирует все государства-члены в течение 30 дней о каждом подписании и направляет им заверенные копии.",
        "Каждая делегация может внести одну поправку до 18:00 5 марта 2026 года.",
    ],
    "az": [
        "Transxəzər Beynəlxalq Nəqliyyat Marşrutuna dəstəyə görə Çinə, Gürcüstana və Türkiyəyə təşəkkür edərək,",
        "Qazaxıstan Prezidentinin 2023-cü il fevralın 9-dan 11-dək Azərbaycana səfərinin nəticələrini alqışlayaraq,",
        "Xəzər dənizi limanlarının dayanıqlı inkişafı üçün 1,5 milyard ABŞ dolları tələb olunduğunu vurğulayaraq,",
        "Nazirlər zərurət yarandıqda İran və Pakistandan ekspertləri mümkün qədər tez dəvət edə bilərlər;",
        "Dəmir yolu yükləri 2030-cu ilədək ildə 5–10 faiz artmalı, onların payı isə 40 faizdən aşağı düşməməlidir;",
        "2026-cı ilin may ayında Bakıda keçiriləcək nazirlərin ikinci görüşünü “Yaşıl gündəliyi” nəzərdən keçirməyə dəvət edirlər;",
        "Tərəflər 2019-cu il səviyyəsindən yuxarı tarif tətbiq etməyəcəklər;",
        "Depozitari hər imzadan sonra 30 gün ərzində bütün üzv dövlətlərə məlumat verir və onlara təsdiq edilmiş surətlər göndərir.",
        "Hər nümayəndə heyəti 2026-cı il martın 5-i saat 18:00-dək bir düzəliş təqdim edə bilər.",
    ],
    "kk": [
        "Транскаспий халықаралық көлік бағытын қолдағаны үшін Грузияға, Қытайға және Түркияға алғыс білдіріп,",
        "Қазақстан Президентінің 2023 жылғы 9–11 ақпанда Әзербайжанға сапарының қорытындыларын құптай отырып,",
        "Каспий теңізі порттарын орнықты дамыту үшін 1,5 млрд АҚШ доллары талап етілетінін атап көрсетіп,",
        "Министрлер қажет болған жағдайда Ираннан және Пәкістаннан сарапшыларды мүмкіндігінше тез шақыра алады;",
        "Теміржол жүгі 2030 жылға дейін жылына 5–10 % өсуі тиіс, ал оның үлесі 40 %-дан төмен түспеуі тиіс;",
        "2026 жылғы мамырда Бакуде өтетін министрлердің екінші кездесуін «Жасыл күн тәртібін» қарауға шақырады;",
        "Тараптар 2019 жылғы деңгейден жоғары тариф қолданбайды;",
        "Депозитарий әрбір қол қойылғаннан кейін 30 күн ішінде барлық мүше мемлекеттерге хабарлайды және оларға расталған көшірмелерді жібереді.",
        "Әрбір делегация 2026 жылғы 5 наурызда сағат 18:00-ге дейін бір түзету енгізе алады.",
    ],
    "ky": [
        "Транскаспий эл аралык транспорттук маршрутун колдогону үчүн Грузияга, Кытайга жана Түркияга ыраазычылык билдирип,",
        "Казакстандын Президентинин 2023-жылдын 9-11-февралында Азербайжанга болгон сапарынын жыйынтыктарын кубаттап,",
        "Каспий деңизинин портторун туруктуу өнүктүрүү үчүн 1,5 млрд АКШ доллары талап кылынарын баса белгилеп,",
        "Министрлер зарыл болгон учурда Ирандан жана Пакистандан эксперттерди мүмкүн болушунча тез чакыра алышат;",
        "Темир жол жүгү 2030-жылга чейин жылына 5–10 % өсүшү керек, ал эми анын үлүшү 40 %дан төмөн түшпөшү керек;",
        "2026-жылдын майында Бакуда өтө турган министрлердин экинчи жолугушуусуна «Жашыл күн тартибин» кароону сунуштайт;",
        "Тараптар 2019-жылдагы деңгээлден жогору тариф колдонушпайт;",
        "Депозитарий ар бир кол коюудан кийин 30 күндүн ичинде бардык мүчө мамлекеттерге билдирет жана аларга күбөлөндүрүлгөн көчүрмөлөрдү жөнөтөт.",
        "Ар бир делегация 2026-жылдын 5-мартында саат 18:00гө чейин бир түзөтүү киргизе алат.",
    ],
    "tg": [
        "аз Гурҷистон, Туркия ва Хитой барои дастгирии Хатсайри байналмилалии нақлиётии Транскаспӣ изҳори сипос намуда,",
        "натиҷаҳои сафари Президенти Қазоқистонро ба Озарбойҷон аз 9 то 11 феврали соли 2023 пазируфта,",
        "бо таъкид бар он ки барои рушди устувори бандарҳои баҳри Каспий 1,5 млрд доллари ИМА талаб карда мешавад,",
        "Вазирон метавонанд дар сурати зарурат коршиносонро аз Эрон ва Покистон ҳарчи зудтар даъват кунанд;",
        "Бори роҳи оҳан то соли 2030 бояд ҳар сол 5–10 % афзояд ва ҳиссаи он набояд аз 40 % паст шавад;",
        "ба мулоқоти дуюми вазирон, ки моҳи майи соли 2026 дар Боку баргузор мешавад, баррасии «Рӯзномаи сабз»-ро пешниҳод мекунанд;",
        "Тарафҳо тарифҳоро аз сатҳи соли 2019 боло татбиқ намекунанд;",
        "Депозитарий дар давоми 30 рӯз пас аз ҳар имзо ҳамаи давлатҳои аъзоро огоҳ мекунад ва ба онҳо нусхаҳои тасдиқшуда мефиристад.",
        "Ҳар як ҳайат то соати 18:00-и 5 марти соли 2026 як ислоҳ ворид карда метавонад.",
    ],
    "tk": [
        "Hazarüsti halkara ulag geçelgesini goldandyklary üçin Gruziýa, Hytaýa we Türkiýä minnetdarlyk bildirip,",
        "Gazagystanyň Prezidentiniň 2023-nji ýylyň 9–11-nji fewralynda Azerbaýjana saparynyň netijelerini goldap,",
        "Hazar deňziniň portlarynyň durnukly ösüşi üçin 1,5 milliard ABŞ-nyň dollarynyň talap edilýändigini nygtap,",
        "Ministrler zerur bolan ýagdaýynda Eýrandan we Pakistandan bilermenleri mümkin boldugyça gysga wagtda çagyryp bilerler;",
        "Demir ýol ýükleri 2030-njy ýyla çenli ýylda 5–10 % artmalydyr, olaryň paýy bolsa 40 %-den aşak düşmeli däldir;",
        "2026-njy ýylyň maýynda Bakuda geçiriljek ministrleriň ikinji duşuşygyna “Ýaşyl gün tertibine” seretmegi teklip edýärler;",
        "Taraplar 2019-njy ýylyň derejesinden ýokary nyrh ulanmazlar;",
        "Depozitariý her gol çekilenden soň 30 günüň dowamynda ähli agza döwletlere habar berýär we olara tassyklanan nusgalary iberýär.",
        "Her wekiliýet 2026-njy ýylyň 5-nji marty sagat 18:00-a çenli bir düzediş girizip biler.",
    ],
    "uz": [
        "Transkaspiy xalqaro transport yoʻnalishini qoʻllab-quvvatlagani uchun Gruziya, Turkiya va Xitoyga minnatdorlik bildirib,",
        "Qozogʻiston Prezidentining 2023-yil 9–11-fevral kunlari Ozarbayjonga tashrifi natijalarini olqishlab,",
        "Kaspiy dengizi portlarini barqaror rivojlantirish uchun 1,5 mlrd AQSH dollari talab etilishini taʼkidlab,",
        "Vazirlar zarur hollarda Eron va Pokistondan ekspertlarni imkon qadar tez taklif qila oladilar;",
        "Temir yoʻl yuklari 2030-yilgacha yiliga 5–10 % oshishi kerak, ularning ulushi esa 40 % dan pastga tushmasligi lozim;",
        "2026-yil may oyida Bokuda oʻtkaziladigan vazirlarning ikkinchi uchrashuviga “Yashil kun tartibi”ni koʻrib chiqishni taklif etadilar;",
        "Tomonlar 2019-yil darajasidan yuqori tarif qoʻllamaydilar;",
        "Depozitariy har bir imzodan soʻng 30 kun ichida barcha aʼzo davlatlarga xabar beradi va ularga tasdiqlangan nusxalarni yuboradi.",
        "Har bir delegatsiya 2026-yil 5-mart soat 18:00 ga qadar bitta tuzatish kirita oladi.",
    ],
}
LETTERS = {
    "en": ["(a)", "(b)"],
    "ru": ["а)", "б)"],
    "kk": ["а)", "б)"],
    "ky": ["а)", "б)"],
    "tg": ["а)", "б)"],
}


def version(language: str) -> Text:
    """The declaration in one language."""
    letters = iter(LETTERS.get(language, ["a)", "b)"]))
    numbers = [
        next(letters) if kind is UnitKind.SUBPARAGRAPH else figure
        for kind, figure in zip(KINDS, FIGURES, strict=True)
    ]
    return text(language, list(zip(KINDS, WORDS[language], numbers, strict=True)))


def text(language: str, units: list[tuple[UnitKind, str, str]]) -> Text:
    """A text of (kind, words, number)."""
    return Text(language, tuple(Unit(f"u{at}", *unit) for at, unit in enumerate(units, start=1)))


def changed(whole: Text, old: str, new: str) -> Text:
    """The text with some words replaced in the one unit that has them."""
    having = [unit for unit in whole.units if old in unit.text]
    assert len(having) == 1, f"{old} stands in {len(having)} units"
    return whole.with_units(
        [
            structs.replace(unit, text=unit.text.replace(old, new)) if unit in having else unit
            for unit in whole.units
        ]
    )


def one(language: str, words: str) -> Text:
    """A text of one operative paragraph."""
    return text(language, [(UnitKind.OPERATIVE, words, "1.")])


def more(language: str) -> Text:
    """The other paragraphs in one language: three of the preamble and six that are numbered."""
    kinds = [(UnitKind.PREAMBULAR, "")] * 3 + [(UnitKind.OPERATIVE, f"{at}.") for at in range(1, 7)]
    return text(
        language, [(kind, words, number) for (kind, number), words in zip(kinds, MORE[language], strict=True)]
    )


def without(whole: Text, words: str) -> Text:
    """The text without the one unit that has these words."""
    rest = [unit for unit in whole.units if words not in unit.text]
    assert len(rest) == len(whole.units) - 1
    return whole.with_units(rest)
