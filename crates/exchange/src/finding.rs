//! What reading a file brings to light: enums with figures, never prose. The words
//! stand in `locales/*/findings.ftl`, two messages for each code: what, and remedy.

use jiff::civil::Date;

use crate::Kind;

/// One remark about one place in one file.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The file's name as it was given.
    pub file: String,
    /// The row as a spreadsheet counts them, or the feature of a map file.
    pub row: Option<u32>,
    /// The character in that line, from 1, in files without columns.
    pub position: Option<u32>,
    /// The column, property or key.
    pub column: Option<String>,
    /// Whether the file can be taken in as it is.
    pub severity: Severity,
    /// What it is.
    pub what: FindingKind,
}

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing of the file is taken in.
    Error,
    /// The file can be taken in; somebody should look.
    Warning,
}

impl Severity {
    /// The word in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// How letters were spoilt on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Damage {
    /// UTF-8 that was read as Windows-1252: `Ã©` for `é`.
    Windows1252,
    /// UTF-8 that was read as Windows-1257, the Baltic set: `Ć©` for `é`.
    Windows1257,
    /// One wrong letter for another after a Baltic round trip: `ƫ` for `ë`.
    BalticLetter,
}

impl Damage {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Windows1252, Self::Windows1257, Self::BalticLetter];

    /// What people call it; a proper name, the same in every language.
    pub fn code(self) -> &'static str {
        match self {
            Self::Windows1252 => "UTF-8 > Windows-1252",
            Self::Windows1257 => "UTF-8 > Windows-1257",
            Self::BalticLetter => "UTF-8 > Windows-1257 > UTF-8",
        }
    }
}

/// A value inside a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Figure {
    /// Something that stands in the file, or a name.
    Text(String),
    /// A count, a row, a limit.
    Number(i64),
    /// A day.
    Date(Date),
}

macro_rules! findings {
    ($($(#[$doc:meta])* $code:literal $name:ident { $($(#[$field_doc:meta])* $field:ident : $type:ty = $sample:expr),* $(,)? })*) => {
        /// What a finding is, with its figures. The code's first letter gives the
        /// severity: `E` an error, `W` a warning.
        #[derive(Debug, Clone, PartialEq)]
        pub enum FindingKind {
            $($(#[$doc])* $name { $($(#[$field_doc])* $field: $type),* },)*
        }

        impl FindingKind {
            /// Every code there is, in order.
            pub const CODES: &[&str] = &[$($code),*];

            /// The code, which never changes its meaning.
            pub fn code(&self) -> &'static str {
                match self {
                    $(Self::$name { .. } => $code,)*
                }
            }

            /// The values its two messages may name.
            pub fn figures(&self) -> Vec<(&'static str, Figure)> {
                match self {
                    $(Self::$name { $($field),* } => vec![$((stringify!($field), $field.figure())),*],)*
                }
            }

            /// One made-up finding of each kind, for pages and tests that show them all.
            pub fn samples() -> Vec<Self> {
                vec![$(Self::$name { $($field: $sample),* }),*]
            }
        }
    };
}

findings! {
    /// The file holds nothing.
    "E101" EmptyFile {}
    /// A line is not UTF-8.
    "E102" NotUtf8 {
        /// Which line.
        line: u32 = 4,
        /// The word around it, read as Windows-1252.
        likely: String = "Zoë".to_owned(),
    }
    /// A file that begins as UTF-16 and does not hold on.
    "E103" BrokenUtf16 {}
    /// Letters were spoilt before the file was made.
    "E104" Damaged {
        /// How.
        damage: Damage = Damage::Windows1252,
        /// The text as it stands.
        found: String = "ZoÃ«".to_owned(),
        /// What it most likely was.
        likely: String = "Zoë".to_owned(),
    }
    /// The mark that a program could not read a letter.
    "E105" LostLetter {
        /// The text as it stands.
        found: String = "Zo\u{fffd}".to_owned(),
    }
    /// A column that must be there is not.
    "E106" MissingColumn {
        /// Its name.
        name: String = "reference".to_owned(),
    }
    /// A column nobody knows.
    "W107" UnknownColumn {
        /// Its name.
        name: String = "refrence".to_owned(),
        /// The known column that comes nearest, or a dash.
        nearest: String = "reference".to_owned(),
    }
    /// A column that is there twice.
    "E108" DuplicateColumn {
        /// Its name.
        name: String = "born".to_owned(),
    }
    /// A row with more or fewer cells than the header.
    "E109" RowLength {
        /// Cells in the row.
        found: i64 = 24,
        /// Cells in the header.
        expected: i64 = 25,
    }
    /// A quotation mark that is never closed, or stands where none can.
    "E110" Quote {}
    /// The year is neither in a column nor in the file's name.
    "E111" NoYear {}

    /// A cell that must be filled is empty.
    "E201" Empty {}
    /// A character that a code cannot hold.
    "E202" CodeCharacter {
        /// The code.
        found: String = "P 12".to_owned(),
        /// The character.
        character: String = " ".to_owned(),
    }
    /// Longer than the field holds.
    "E203" TooLong {
        /// Characters there are.
        length: i64 = 230,
        /// Characters allowed.
        most: i64 = 200,
    }
    /// A character no keyboard gives.
    "E204" ControlCharacter {}
    /// Not a date.
    "E205" NotADate {
        /// What stands there.
        found: String = "31-2-2026".to_owned(),
    }
    /// A day still to come, where only a past day makes sense.
    "E206" DateInFuture {
        /// The day.
        date: Date = jiff::civil::date(2027, 1, 1),
        /// The day of reading.
        today: Date = jiff::civil::date(2026, 6, 1),
    }
    /// A day too long ago, or too far ahead, to be meant.
    "E207" DateOutOfReach {
        /// The day.
        date: Date = jiff::civil::date(1026, 1, 1),
    }
    /// Not a number.
    "E208" NotANumber {
        /// What stands there.
        found: String = "two".to_owned(),
    }
    /// A number outside its limits.
    "E209" OutOfRange {
        /// What stands there.
        found: String = "300".to_owned(),
        /// At least.
        least: i64 = 1,
        /// At most.
        most: i64 = 20,
    }
    /// Neither yes nor no.
    "E210" NotYesNo {
        /// What stands there.
        found: String = "maybe".to_owned(),
    }
    /// A word that is not in the list.
    "E211" NotOneOf {
        /// What stands there.
        found: String = "urgent".to_owned(),
        /// The words there are.
        allowed: String = "none, term-ends, safety".to_owned(),
    }
    /// Not an amount of money.
    "E212" NotAnAmount {
        /// What stands there.
        found: String = "612,5O".to_owned(),
    }
    /// Two days in an order that cannot be.
    "E213" DateOrder {
        /// This day.
        date: Date = jiff::civil::date(2025, 1, 1),
        /// The column with the other.
        other: String = "waiting_since".to_owned(),
        /// The day that has to come first.
        earlier: Date = jiff::civil::date(2025, 3, 1),
    }
    /// Empty, while another column says it has to be filled.
    "E214" NeededWith {
        /// The other column.
        other: String = "readiness".to_owned(),
        /// What stands there.
        value: String = "ready".to_owned(),
    }
    /// Filled, while another column says it has no meaning; it is not used.
    "W215" NotUsedWith {
        /// The other column.
        other: String = "readiness".to_owned(),
        /// What stands there.
        value: String = "preparing".to_owned(),
    }
    /// Not exactly one place: an area, an area with a street, or a complex.
    "E216" NotOnePlace {}
    /// A floor above its ceiling.
    "E217" Bounds {
        /// The floor.
        lower: i64 = 12,
        /// The ceiling.
        upper: i64 = 10,
    }
    /// Not a postcode.
    "E218" NotAPostcode {
        /// What stands there.
        found: String = "101AB".to_owned(),
    }
    /// Not the sixteen digits of the register of addresses.
    "E219" NotABagId {
        /// What stands there.
        found: String = "363010".to_owned(),
    }
    /// The same key again.
    "E220" Twice {
        /// The key.
        key: String = "P-0012".to_owned(),
        /// The row that had it first.
        first: u32 = 14,
    }
    /// A code that names nothing.
    "E221" NoSuch {
        /// The kind of thing.
        kind: Kind = Kind::Participants,
        /// The code.
        found: String = "P-0099".to_owned(),
    }
    /// The same thing described in two ways.
    "E222" Contradiction {
        /// The key.
        key: String = "WK0363AA".to_owned(),
        /// The row that said otherwise first.
        first: u32 = 3,
    }
    /// A dwelling outside the neighbourhood of its complex.
    "E223" OutsideComplex {
        /// The complex.
        complex: String = "C-014".to_owned(),
        /// The neighbourhood the dwelling names.
        neighbourhood: String = "BU0363AA02".to_owned(),
    }
    /// A household that would move together with itself.
    "E224" WithItself {
        /// Whose.
        found: String = "P-0012".to_owned(),
    }
    /// Two descriptions of one thing that hold on the same day.
    "E225" DaysOverlap {
        /// The key.
        key: String = "hf-youth".to_owned(),
        /// The row of the other.
        first: u32 = 3,
    }

    /// Not a JSON text.
    "E301" NotJson {
        /// Line where it goes wrong.
        line: u32 = 12,
        /// Character on that line.
        position: u32 = 40,
    }
    /// JSON, but not a collection of features.
    "E302" NotFeatures {}
    /// Coordinates that are not longitude and latitude.
    "E303" Projected {
        /// The first figure.
        x: String = "121687.3".to_owned(),
        /// The second.
        y: String = "487484.1".to_owned(),
    }
    /// A ring that does not end where it began.
    "E304" RingOpen {
        /// Which ring of the feature, from 1.
        ring: i64 = 1,
    }
    /// A ring of fewer than four points.
    "E305" RingShort {
        /// Which ring of the feature, from 1.
        ring: i64 = 1,
        /// Points it has.
        points: i64 = 3,
    }
    /// A feature without a shape.
    "E306" NoShape {}
    /// A shape that is not a surface.
    "E307" NotASurface {
        /// What it is.
        found: String = "Point".to_owned(),
    }
    /// No code of any form we know.
    "E308" NoAreaCode {}
    /// A part that would lie in a part that is not larger.
    "E309" LevelOrder {
        /// The part.
        code: String = "WK0363AA".to_owned(),
        /// The part it names.
        parent: String = "BU0363AA01".to_owned(),
    }
    /// A part of the city without a name; its code stands in for it.
    "W310" NoAreaName {
        /// Its code.
        code: String = "WK0363AA".to_owned(),
    }

    /// A part that lies in two larger parts; it is hung under what both lie in.
    "W311" Spans {
        /// The part.
        code: String = "WK0363NB".to_owned(),
        /// One larger part.
        one: String = "03630950000039".to_owned(),
        /// The other.
        other: String = "03630950000040".to_owned(),
    }

    /// A file that a round cannot do without.
    "E401" MissingFile {
        /// Its name.
        name: String = "participants.csv".to_owned(),
    }
    /// A file in the folder that is not used.
    "W402" UnknownFile {
        /// Its name.
        name: String = "notes.txt".to_owned(),
    }
    /// Not a TOML text.
    "E403" NotToml {
        /// Line where it goes wrong.
        line: u32 = 2,
    }
    /// A key that must be there is not.
    "E404" MissingKey {
        /// Its name.
        name: String = "date".to_owned(),
    }
    /// A key nobody knows.
    "E405" UnknownKey {
        /// Its name.
        name: String = "sed".to_owned(),
        /// The known key that comes nearest, or a dash.
        nearest: String = "seed".to_owned(),
    }
    /// A group that has no numbers in the year of the round.
    "E406" NoShare {
        /// The group.
        group: String = "hf-youth".to_owned(),
        /// The year.
        year: i64 = 2026,
    }
    /// Parts that lie in one another in a circle.
    "E407" Circle {
        /// One of them.
        code: String = "WK0363AA".to_owned(),
    }
    /// A home that is on offer twice.
    "E408" OfferedTwice {
        /// The home.
        dwelling: String = "D-00120".to_owned(),
    }
    /// A pin or a ban about somebody or something that is not in the round.
    "E409" NotInRound {
        /// The code.
        found: String = "V-0031".to_owned(),
    }

    /// A file that was set aside as a second one of the same person.
    "E412" SetAside {
        /// Its reference.
        reference: String = "P-0456".to_owned(),
        /// The reference of the one it goes on as.
        kept: String = "P-0123".to_owned(),
    }
    /// Somebody new in a target group that is not there.
    "E413" GroupNotThere {
        /// The group.
        group: String = "hf-youth".to_owned(),
        /// Since when they wait.
        since: Date = jiff::civil::date(2026, 2, 1),
        /// The first and the last day of the group.
        days: String = "2020-01-01 – 2025-12-31".to_owned(),
    }
    /// A new file that is very likely about somebody who has one already.
    "W410" VeryLikelyTheSame {
        /// The reference of the other file.
        other: String = "P-0123".to_owned(),
    }
    /// A new file that is possibly about somebody who has one already.
    "W411" PossiblyTheSame {
        /// The reference of the other file.
        other: String = "P-0123".to_owned(),
    }

    /// A text with figures that is not JSON.
    "E501" NotJsonText {
        /// Line where it goes wrong.
        line: u32 = 1,
        /// Character on that line.
        position: u32 = 212,
    }
    /// A packed file that ends too early.
    "E502" CutOff {}
    /// A packed file that cannot be unpacked.
    "E503" DamagedArchive {}
    /// More text than is read.
    "E504" TooMuchText {
        /// The most, in MiB.
        most: i64 = 64,
    }
    /// The file could not be read to its end.
    "E505" Unreadable {
        /// Why, in the words of the system.
        cause: String = "Input/output error".to_owned(),
    }
    /// A field that must be there is not.
    "E506" MissingField {
        /// Its name, with the field it stands in.
        name: String = "nodes.upper".to_owned(),
    }
    /// A field nobody knows.
    "W507" UnknownField {
        /// Its name, with the field it stands in.
        name: String = "nodes.uper".to_owned(),
    }
    /// A field that is there twice.
    "E508" FieldTwice {
        /// Its name, with the field it stands in.
        name: String = "nodes.upper".to_owned(),
    }
    /// Something else where a list has to stand.
    "E509" NotAList {}
    /// Something else where fields with names have to stand.
    "E510" NotFields {}
    /// Something else where a text has to stand.
    "E511" NotAText {
        /// What stands there.
        found: String = "5".to_owned(),
    }
    /// A list of another length than the number of things it is about.
    "E512" ListLength {
        /// How long it is.
        found: i64 = 99,
        /// How long it has to be.
        expected: i64 = 100,
    }
    /// More or fewer pairs than the instance says.
    "E513" PairsCounted {
        /// Pairs in the file.
        found: i64 = 5413,
        /// Pairs the instance says there are.
        expected: i64 = 5414,
    }
    /// A form or a sense that is not ours.
    "E514" OtherForm {
        /// What stands there.
        found: String = "minimise".to_owned(),
        /// What has to stand there.
        expected: String = "maximise".to_owned(),
    }
    /// So much is wrong that the rest is not told.
    "E515" AndMore {
        /// Findings told.
        told: i64 = 100,
    }
    /// Not the unit of prices.
    "E516" PriceUnit {
        /// What stands there.
        found: String = "0.125".to_owned(),
    }
    /// More than the engine can work with.
    "E517" TooLarge {
        /// The most of each kind of thing.
        most: i64 = 1 << 26,
    }

    /// A value of another kind than the key wants.
    "E601" OtherKindOfValue {
        /// What stands there.
        found: String = "text".to_owned(),
        /// What has to stand there.
        expected: String = "whole number".to_owned(),
    }
    /// Words in one language only.
    "E602" NoWordsIn {
        /// The language that is missing.
        language: String = "en".to_owned(),
    }

    /// A key that is no key of a question.
    "E603" NotAKey {
        /// What stands there.
        found: String = "Naam kind".to_owned(),
    }
    /// A form without a question.
    "E604" NoQuestions {}
    /// Two questions of one form are called the same.
    "E605" KeyTwice {
        /// The key.
        key: String = "goal".to_owned(),
    }
    /// A condition names a question the form does not have.
    "E606" NoSuchQuestion {
        /// The key it names.
        key: String = "partnr".to_owned(),
    }
    /// A condition waits for an answer that cannot be given.
    "E607" NoSuchValue {
        /// The question it is about.
        key: String = "partner".to_owned(),
        /// What it waits for.
        value: String = "perhaps".to_owned(),
    }
    /// A condition on a question whose answers cannot be compared so.
    "E608" NotComparable {
        /// The question it is about.
        key: String = "reason".to_owned(),
    }
    /// Whether a question is shown hangs, through others, on itself.
    "E609" QuestionCircle {
        /// The questions, in order.
        keys: String = "partner, divorced".to_owned(),
    }
    /// Too little to choose from.
    "E610" TooFewChoices {}
    /// Two choices of one question are called the same.
    "E611" ChoiceTwice {
        /// The word.
        code: String = "no".to_owned(),
    }
    /// The least is above the most, or the first day after the last.
    "E612" LimitsCrossed {}
    /// A question that repeats inside one that repeats.
    "E613" RowsInRows {}
    /// Nobody may see the answer.
    "E614" NobodySees {}
    /// Inside rows somebody sees an answer who may not see the rows.
    "E615" SeesMoreThanRows {
        /// Who.
        party: String = "association".to_owned(),
    }
    /// The receiver of the form may see none of its answers.
    "E616" ReceiverSeesNothing {}
    /// The same version of the same form is there already.
    "E617" VersionTwice {
        /// Which.
        version: i64 = 2,
    }
    /// Two versions of one form may be started on the same day.
    "E618" VersionsOverlap {
        /// The other one.
        version: i64 = 1,
    }
    /// A condition that is not in one of the forms a condition has.
    "E619" NotACondition {}
    /// A question that seems to ask for medical facts.
    "W620" AsksForHealth {
        /// The word.
        word: String = "diagnose".to_owned(),
    }
    /// A long answer without the hint that no medical facts belong in it.
    "W621" NoMedicalHint {}

    /// Not a length of time.
    "E651" NotALength {
        /// What stands there.
        found: String = "six weeks".to_owned(),
    }
    /// No step has this code.
    "E652" NoSuchStep {
        /// The code.
        found: String = "aplication".to_owned(),
        /// The step that comes nearest, or a dash.
        nearest: String = "application".to_owned(),
    }
    /// The code of a step again.
    "E653" StepTwice {
        /// The code.
        step: String = "match".to_owned(),
        /// The line that had it first.
        first: u32 = 40,
    }
    /// An outcome that both goes on and ends.
    "E654" OutcomeTwice {
        /// The outcome.
        outcome: String = "done".to_owned(),
    }
    /// A step no way leads to.
    "E655" Unreachable {
        /// The step.
        step: String = "viewing".to_owned(),
    }
    /// A step from which no end can be reached.
    "E656" NoEnd {
        /// The step.
        step: String = "evaluation".to_owned(),
    }
    /// No way ends in a home of one's own.
    "E657" NeverCompleted {}
    /// An outcome a step of this kind does not have.
    "E658" NotAnOutcome {
        /// The outcome.
        found: String = "granted".to_owned(),
        /// Those it can have.
        allowed: String = "done, elsewhere, other-route".to_owned(),
    }
    /// An outcome a step of this kind has to name.
    "E659" OutcomeMissing {
        /// The step.
        step: String = "offer".to_owned(),
        /// The outcome.
        outcome: String = "expired".to_owned(),
    }
    /// A need that can never be met before the step.
    "E660" NeverBefore {
        /// The step.
        step: String = "match".to_owned(),
        /// What it needs.
        need: String = "moved-in".to_owned(),
    }
    /// A need that is not met on every way to the step.
    "E661" NotAlwaysBefore {
        /// The step.
        step: String = "match".to_owned(),
        /// What it needs.
        need: String = "urgency-granted".to_owned(),
    }
    /// Going back to a step that does not come before.
    "E662" BackToLater {
        /// The step.
        step: String = "match".to_owned(),
        /// Where it would go back to.
        found: String = "keys".to_owned(),
    }
    /// A decision that is not the municipality's.
    "E663" OwnerOfDecision {
        /// Who would decide.
        found: String = "provider".to_owned(),
    }
    /// A decision without a term.
    "E664" DecisionWithoutTerm {
        /// The step.
        step: String = "urgency".to_owned(),
    }
    /// A party that stands beside itself.
    "E665" PartyTwice {
        /// The party.
        party: String = "provider".to_owned(),
    }
    /// A home before urgency was decided.
    "E666" BeforeUrgency {
        /// The step.
        step: String = "match".to_owned(),
    }
    /// Urgency is asked and no step decides it.
    "E667" NobodyDecidesUrgency {}
    /// A conversion whose test may not have been passed.
    "E668" BeforeTest {
        /// The step.
        step: String = "conversion".to_owned(),
    }
    /// A conversion the municipality may not have agreed to.
    "E669" BeforeDecision {
        /// The step.
        step: String = "conversion".to_owned(),
    }
    /// A conversion test and no conversion.
    "E670" NobodyConverts {}
    /// Part of a conversion in a route without one.
    "E671" NoConversion {
        /// The step.
        step: String = "test".to_owned(),
    }
    /// A test nobody from outside takes part in.
    "E672" TestWithoutThirdPerson {
        /// The step.
        step: String = "test".to_owned(),
    }
    /// Keys before a lease was signed.
    "E673" KeysBeforeLease {
        /// The step.
        step: String = "keys".to_owned(),
    }
    /// Declining ends the road, and this step goes on.
    "E674" DeclinedGoesOn {
        /// The step.
        step: String = "offer".to_owned(),
    }
    /// Declining does not end the road, and this step ends it.
    "E675" DeclinedEnds {
        /// The step.
        step: String = "offer".to_owned(),
    }
    /// An evaluation and no rhythm.
    "E676" NoRhythm {
        /// The step.
        step: String = "evaluation".to_owned(),
    }
    /// A rhythm and no evaluation.
    "E677" NobodyEvaluates {}
    /// A route the person themselves cannot leave.
    "E678" PersonCannotWithdraw {}
    /// Something at odds with Housing First, without a reason.
    "E679" NotExplained {
        /// What.
        conflict: String = "one-offer".to_owned(),
    }
    /// A reason for what the route does not ask.
    "E680" NothingToExplain {
        /// What.
        conflict: String = "one-offer".to_owned(),
    }
    /// The same version of a route in two files.
    "E681" RouteTwice {
        /// The other file.
        other: String = "omslag-1.toml".to_owned(),
    }
    /// Two versions of a route in force on one day.
    "E682" RoutesMeet {
        /// The other file.
        other: String = "omslag-1.toml".to_owned(),
    }
    /// Not a form with a version.
    "E683" NotAFormVersion {
        /// What stands there.
        found: String = "omslag-match/two".to_owned(),
    }
}

impl FindingKind {
    /// Whether the file can be taken in all the same.
    pub fn severity(&self) -> Severity {
        if self.code().starts_with('W') { Severity::Warning } else { Severity::Error }
    }

    /// The key of the message that says what it is.
    pub fn what_key(&self) -> String {
        format!("finding-{}-what", self.code().to_lowercase())
    }

    /// The key of the message that says what to do.
    pub fn remedy_key(&self) -> String {
        format!("finding-{}-remedy", self.code().to_lowercase())
    }
}

trait AsFigure {
    fn figure(&self) -> Figure;
}
impl AsFigure for String {
    fn figure(&self) -> Figure {
        Figure::Text(self.clone())
    }
}
impl AsFigure for i64 {
    fn figure(&self) -> Figure {
        Figure::Number(*self)
    }
}
impl AsFigure for u32 {
    fn figure(&self) -> Figure {
        Figure::Number(i64::from(*self))
    }
}
impl AsFigure for Date {
    fn figure(&self) -> Figure {
        Figure::Date(*self)
    }
}
impl AsFigure for Damage {
    fn figure(&self) -> Figure {
        Figure::Text(self.code().to_owned())
    }
}
impl AsFigure for Kind {
    fn figure(&self) -> Figure {
        Figure::Text(self.code().to_owned())
    }
}

/// Something about how a file was read that is worth telling and nobody has to mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// The file was UTF-16.
    Utf16,
    /// The file began with a byte order mark.
    ByteOrderMark,
    /// What stands between the cells.
    Delimiter(char),
    /// Columns of a published table that we have no use for.
    ColumnsNotUsed(Vec<String>),
    /// Larger parts of the city that the features name without drawing them.
    PartsNamed(usize),
}

/// Where findings about one file are gathered.
#[derive(Debug)]
pub(crate) struct Log {
    pub(crate) file: String,
    pub(crate) findings: Vec<Finding>,
    pub(crate) notes: Vec<Note>,
}

impl Log {
    pub(crate) fn new(file: &str) -> Self {
        Self { file: file.to_owned(), findings: Vec::new(), notes: Vec::new() }
    }

    pub(crate) fn file(&mut self, what: FindingKind) {
        self.add(None, None, what);
    }

    /// Row 0 stands for "no row", for records that were not read from a file.
    pub(crate) fn cell(&mut self, row: u32, column: &str, what: FindingKind) {
        self.add((row > 0).then_some(row), Some(column.to_owned()), what);
    }

    pub(crate) fn add(&mut self, row: Option<u32>, column: Option<String>, what: FindingKind) {
        self.spot(row, None, column, what);
    }

    /// A remark about a character in a line.
    pub(crate) fn spot(
        &mut self,
        row: Option<u32>,
        position: Option<u32>,
        column: Option<String>,
        what: FindingKind,
    ) {
        let (file, severity) = (self.file.clone(), what.severity());
        self.findings.push(Finding { file, row, position, column, severity, what });
    }
}
