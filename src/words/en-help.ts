/**
 * English help of every command: what it does, its options and examples. Reference pages are
 * generated from it.
 */

/** The help of one command. */
export interface CommandHelp {
  /** One line for the list of commands. */
  readonly summary: string;
  /** What a user should know, above the options. */
  readonly about: string;
  readonly examples: readonly (readonly [command: string, what: string])[];
}

const commands = {
  list: {
    summary: 'what is on the list: measures, projects, tasks and all other records',
    about: `Lists records of a kind: fields, districts, units, documents, arrangements, leading-reforms,
pilots, platforms, meetings, tasks, measures, projects, criteria. Without a kind: measures and projects.
Further words search ids, titles and aliases in either language. Names, ids in any case and unique parts of
names are taken everywhere. A column that is empty in every row is not drawn; the last lines name it.`,
    examples: [
      [
        'reform list --district Huangpu',
        "a district's projects, and the measures it leads or supports",
      ],
      ['reform list tasks --field "social governance"', 'the tasks of a field'],
      ['reform list tasks --columns id,title,as --sort as', 'other columns, another order'],
      ['reform list ecological voucher', 'search'],
      ['reform list projects --format csv > projects.csv', 'for a spreadsheet'],
    ],
  },
  show: {
    summary: 'all that is known of a record, with its source and its log',
    about: `Shows records of any kind by id, name or alias: an item with its criteria, evidence and log, a task
with its measures, a district with its projects, a document with its arrangements, and whatever refers to it.`,
    examples: [
      ['reform show huangpu-1', 'one project'],
      ['reform show T01 T01.1', 'a task, then one of its measures'],
      ['reform show "ecological voucher"', 'by a part of a name'],
      ['reform show work-arrangement', 'a document and the arrangements in it'],
      ['reform show ledger', 'the ledger itself'],
    ],
  },
  summary: {
    summary: 'issued beside recorded, claimed apart from verified',
    about: `Counts the ledger: what the issued document says it holds beside what is recorded, by field and by
district, what is claimed and what is verified, and what can be judged at all. With a query: only the measures
and projects it asks for. --by counts by one side or two: field, district, lead, support, theme, horizon, status,
light, month-due, kind; units stand in rows. A joint measure stands under each of its units and is one all the
same: the last line says how the totals add up.`,
    examples: [
      ['reform summary', 'as of today'],
      ['reform summary --as-of 2022-06-30', 'as it stood at the end of June'],
      ['reform summary --by lead light:red,yellow', 'by lead unit, of what shows red or yellow'],
      ['reform summary --by field,status', 'fields down, statuses across'],
      [
        'reform summary --as-of 2022-06-30 --compare 2022-03-31',
        'both days, and what moved in between',
      ],
      ['reform summary --scorecard', 'how each lead unit kept to its deadlines'],
      ['reform summary --burn-up', 'planned and done, month by month'],
      ['reform summary --json', 'for programs'],
    ],
  },
  due: {
    summary: 'what is late, then what is coming, week by week',
    about: `Lists what open items owe by their deadlines: first what is overdue, the latest first, then what comes within 30 days, by
weeks from Monday to Sunday. Criteria with a day of their own have a line of their own. What is claimed or closed owes
nothing; what is excused stays and says so. The last lines count what lies further ahead and what has no deadline.`,
    examples: [
      ['reform due', 'overdue, and the next 30 days'],
      ['reform due --within year-end --by month', 'to the end of the year, by months'],
      ['reform due lead:planning-bureau', 'of one unit'],
      ['reform due light:red --format csv > late.csv', 'for a spreadsheet'],
    ],
  },
  mine: {
    summary: 'what your unit owes, and what to type next',
    about: `Begins with the reporting day and what is still to be reported on, then lists what your unit leads, the most pressing
first: overdue, rejected and untouched since, due within 30 days, in progress, not started, claimed; then what it supports.
Your unit is the one you name first or with --unit, else REFORM_BY, else that of reform iam. At a terminal each line
has a letter: pick one and say what to do with it; return leaves.`,
    examples: [
      ['reform mine', 'of your own unit'],
      ['reform mine planning-bureau', 'of another one'],
      [
        'reform mine --unit 规自局 light:red,yellow',
        'by any of its names; only what shows red or yellow',
      ],
    ],
  },
  inbox: {
    summary: 'what waits for the reform office',
    about: `Claims to check, the oldest first, each with the command that closes it; units that have not reported for the period
whose reporting day comes next; claims that were rejected and nothing has been recorded since; what is blocked; excuses
that end within 30 days.`,
    examples: [
      ['reform inbox', 'all of it'],
      ['reform inbox field:ecology', 'of one field'],
      ['reform inbox --format csv > calls.csv', 'one table, for whoever makes the calls'],
    ],
  },
  agenda: {
    summary: 'the coming meeting, and how the tasks to be heard stand',
    about: `Shows the next meeting of the commission with its points in order, how the task of each stands by its measures, what
was last reported on it, and which of its measures are overdue or show red. A meeting that is named is shown, whenever it is.`,
    examples: [
      ['reform agenda', 'the coming meeting'],
      ['reform agenda commission-3', 'a certain one'],
      ['reform agenda --format markdown', 'to paste into a paper'],
    ],
  },
  trace: {
    summary: 'where records come from, and what carries them out',
    about: `Without an id: every document with its arrangements and the tasks that implement them, then the duties that no
task implements, the tasks that implement none, and the projects that support tasks. With ids or names of any kind: what
each comes from, up to the documents, and what carries it out, down to measures and their evidence. With the number of a
document: every claim and decision that names it.`,
    examples: [
      ['reform trace', 'the whole ledger'],
      ['reform trace T01', 'a task, up and down'],
      ['reform trace congress-12 huangpu-1', 'a document, then a project'],
      ['reform trace 穗府办规〔2022〕18号', 'whatever names this document'],
    ],
  },
  log: {
    summary: 'who recorded what and when, from git',
    about: `Tells what was recorded, the last first: every entry of a log, every attribute that changed, every record that came
or went, with the author, the day it happened and the day it was recorded, across renamed ids and moved files. Without
words: of the whole ledger; with ids or names: of these records and what stands in them; with a query or flags: of
these items. Recorded is what is on the main line (always the first parent, from HEAD), on the day its committer's clock
told; what is in no commit yet stands at the top. With --known-by it ends there. docs/history.md tells the rest.`,
    examples: [
      ['reform log --limit 20', 'the last twenty'],
      ['reform log T04.1', 'a measure, its criteria included'],
      ['reform log T04.1#a', 'what was said of one criterion'],
      ['reform log lead:planning due:..2022-09-30', 'the items of a query'],
      ['reform log ledger', "the ledger's own totals, rules and state"],
      [
        'reform list --known-by 2022-10-05 --as-of 2022-09-30',
        'the end of September as it was known on 5 October, and what came late',
      ],
    ],
  },
  validate: {
    summary: 'check every file and every fact of the ledger',
    about: `Checks all files and tells all problems at once, each with its place and a hint. Exit code 1 when
anything is wrong (with --strict also on warnings), 0 when all is well. With --ready it tells instead what cannot be tested
at the end of the year: items without a lead, a deadline or anything to look for, neither criteria nor a deliverable that
names a result; exit code 1 then, and with --strict also where an item could be tested better. What was not published cannot
be judged, and is nobody's fault.`,
    examples: [
      ['reform validate', 'for people'],
      ['reform validate --strict', 'warnings count too'],
      ['reform validate --ready', 'what cannot be tested at the end of the year'],
      ['reform validate --ready lead:planning-bureau', 'the same of one unit'],
      ['reform validate --format github', 'annotations in a GitHub workflow'],
      ['reform validate --format json', 'for programs'],
    ],
  },
  diff: {
    summary: 'what a pull request changes, by record and in words',
    about: `Compares two states of the ledger by ids, attributes and events, never by lines. Nothing named: what is committed with
the working folder; A: that revision with the working folder; A..B: two revisions; A...B: B with the last ancestor that
it has in common with A. First stands what must not be overlooked: deadlines that move later, criteria and records that are
gone, logs that were rewritten, totals and rules that changed. Then every record with its changes and what they come to. Layout,
order and comments are no change. Exit code 0 whenever both could be read.`,
    examples: [
      ['reform diff', 'what is not committed yet'],
      ['reform diff --staged', 'what would be committed'],
      ['reform diff main...HEAD', 'what a branch changes'],
      ['reform diff HEAD~1..HEAD --by unit', 'the last commit, by lead units'],
      ['reform diff main...HEAD --format markdown', 'for a pull request'],
    ],
  },
  review: {
    summary: 'whether a pull request may change the ledger as it does',
    about: `Checks the ledger as it would be, as validate does, and the way it got there: entries of logs stay as they were written, an
issued plan changes by amendments only, proof is older than what it proves, whoever speaks has a part in the item. A..B: from
the last ancestor of both to B, as a pull request is shown; A: from that revision to the working folder; nothing named: from
where the main line was left to the working folder. The rules are those of the older state; review in ledger.yaml sets
them, docs/review.md lists them. Exit code 1 on errors (with --strict also on warnings), 0 otherwise.`,
    examples: [
      ['reform review main..HEAD', 'what a branch changes'],
      ['reform review', 'the same with what is not committed yet'],
      ['reform review main..HEAD --format markdown', 'for the summary of a job'],
      ['reform review main..HEAD --format github', 'annotations in a GitHub workflow'],
      [
        'reform review main..HEAD --format gitlab > gl-code-quality-report.json',
        'a Code Quality report for GitLab',
      ],
      ['reform explain move/entry-changed', 'why there is a rule'],
    ],
  },
  explain: {
    summary: 'what a problem means and what to do about it',
    about: 'Explains a code that validate or review tells. Without a code: lists them all.',
    examples: [
      ['reform explain event/illegal', 'one code'],
      ['reform explain', 'all codes'],
    ],
  },
  schema: {
    summary: 'what answers for programs and the files of a ledger look like',
    about: `Prints a JSON Schema (draft-07): of an answer that --json gives, or of the files that keep a kind of record.
Without a name: lists them.

With --write it sets up the editors that check and complete YAML while it is typed: schemas with the ids of the ledger
under .vscode/reform, and .vscode/settings.json with which file has which, for the repository or else for the ledger's
folder. All ledgers found from here are meant, or the one that is named. Comments and other settings stay.`,
    examples: [
      ['reform schema', 'all of them'],
      ['reform schema --write', 'editors complete and check the files of the ledger'],
      ['reform schema list', 'the answer of reform list --json'],
      ['reform schema files/tasks > tasks.schema.json', 'the files of tasks, for an editor'],
    ],
  },
  report: {
    summary: 'report progress; the first report also starts the item',
    about: `Adds one line to the log of each item: what happened, how far it is, what stands in the way, what comes
next. Nothing else in the file changes. The change is checked before it is written and read back after.`,
    examples: [
      ['reform report huangpu-1 -m "Site chosen"', 'in words'],
      [
        'reform report T01.1 --progress 60 -m "412 comments" --next "Second hearing"',
        'with figures',
      ],
      ['reform report T01.1 -F notes.txt --date 2022-07-05', 'text of a file, happened earlier'],
      ['reform report T01.1 T01.2 -m "Drafted" -n', 'several items; -n only shows the change'],
    ],
  },
  tick: {
    summary: 'criteria are met',
    about: `Records that criteria of items are met, with what proves it. Written ID#LETTER, or by --criteria.`,
    examples: [
      ['reform tick T01.1#a -e https://www.example.org/draft', 'one criterion'],
      ['reform tick T01.1#a T01.1#b T01.2#a', 'several'],
      ['reform tick T01.1 --criteria a,b --date 2022-06-28', 'met some days ago'],
    ],
  },
  done: {
    summary: 'claim that items are done, with evidence',
    about: `Adds a claim to the log of each item. A claim needs evidence and the unit that makes it, and every criterion
met or named, or else a result. It is no fact until somebody else verifies it. On a terminal it asks for what is missing.`,
    examples: [
      [
        'reform done T01.1 -e 穗府办规〔2022〕18号 --by planning-bureau --result "In force"',
        'a document',
      ],
      ['reform done T01.2 -e evidence/T01.2/annex.pdf --criteria a,b', 'a file in the ledger'],
      [
        'reform done T01.2 -e ~/scan.pdf --copy --criteria b',
        'a file from elsewhere, copied into the ledger',
      ],
      [
        'reform done huangpu-1 -e https://www.example.org/notice -m "Opened" -n',
        'a web page; -n only shows',
      ],
    ],
  },
  verify: {
    summary: 'a claim was checked by somebody else, and the item is closed',
    about: `Closes items whose claim somebody other than the claimant has checked. How it was checked is said for each:
--checked document for all that are named, --checked T01.1=site for one of them.`,
    examples: [
      ['reform verify T01.1 --checked document --by reform-office', 'one'],
      [
        'reform verify T01.1 T01.2 --checked document --checked T01.2=site',
        'two, checked in two ways',
      ],
      [
        'reform verify --where "status:done field:ecology" --checked site -y',
        'all claims of a field',
      ],
    ],
  },
  reject: {
    summary: 'a claim does not hold; what it claimed is open again',
    about: `The item is in progress again. The criteria named, or else those of the claim, are open again; the claim stays
visible in the log.`,
    examples: [
      ['reform reject T01.1 -m "Annex missing" --criteria b', 'one criterion does not hold'],
    ],
  },
  block: {
    summary: 'work cannot go on',
    about: 'Says why work cannot go on. Deadline and criteria stay.',
    examples: [
      ['reform block T01.1 -m "No agreement with the forestry bureau yet"', 'with the reason'],
    ],
  },
  resume: {
    summary: 'work goes on after a block',
    about: 'The item stands again where it stood before it was blocked.',
    examples: [['reform resume T01.1 -m "Agreed on 3 May"', 'with a note']],
  },
  excuse: {
    summary: 'a delay with good reason, until a day; the deadline stays',
    about:
      'Holds the lights of an item until a day. It needs a reason and the document that decides it.',
    examples: [
      [
        'reform excuse T01.1 --until 2022-10-31 -m Typhoon -d 穗改办〔2022〕31号',
        'until the end of October',
      ],
    ],
  },
  postpone: {
    summary: 'move the deadline to a later day',
    about: `The deadline as issued stays above and is counted against. It needs a reason and the document that decides
it. An earlier deadline is an amendment: reform set.`,
    examples: [
      ['reform postpone T01.1 --due 2022-12-31 -m "Second hearing" -d 穗改委〔2022〕7号', 'one'],
      [
        'reform postpone --where "lead:planning due:2022-09-30" --due 2022-12-31 -m Flood -d 穗改委〔2022〕9号 -n',
        'many; -n only shows',
      ],
    ],
  },
  withdraw: {
    summary: 'an item is no longer pursued; it stays on the list',
    about:
      'Needs a reason and the document that decides it. Nothing is deleted, and its id is never used again.',
    examples: [
      ['reform withdraw T01.1 -m "Taken up by the province" -d 穗改委〔2022〕12号', 'one item'],
    ],
  },
  reinstate: {
    summary: 'a withdrawn item stands again where it stood',
    about: 'The item goes on from where it was when it was withdrawn.',
    examples: [['reform reinstate T01.1 -m "The province left it to the city"', 'one item']],
  },
  reopen: {
    summary: 'a verified item is open again',
    about: 'The criteria named are open again; without any only the closing is taken back.',
    examples: [
      ['reform reopen T01.1 --criteria b -m "Two sources were cut off"', 'with one criterion'],
    ],
  },
  retract: {
    summary: 'an entry of a log was a mistake; it stays visible without effect',
    about: `Names an entry by its number, as reform show counts them. Whatever it did is taken back: also a rejection or
a postponement. A retraction itself cannot be retracted.`,
    examples: [['reform retract T01.1 3 -m "Figure of another measure"', 'the third entry']],
  },
  select: {
    summary: 'the city takes declared projects into its list',
    about: `Districts declare any number of projects (reform add project); the city selects some of them with a document.
Only selected ones count towards the number a district is to have.`,
    examples: [
      ['reform select huangpu-3 huangpu-4 -d 穗改委〔2022〕3号', 'two projects of a district'],
    ],
  },
  evaluate: {
    summary: 'what a pilot achieved, what was learnt and what is open',
    about:
      'Records the evaluation of a pilot by a unit: at least one of effectiveness, experience and problems.',
    examples: [
      [
        'reform evaluate double-reduction --effectiveness "…" --experience "…" --problems "…" --by reform-office',
        'all three',
      ],
    ],
  },
  replicate: {
    summary: "a pilot's practice is copied: out to a scope, or in from another city",
    about:
      'Says how far a practice is taken out, or which city it is taken in from, and under which conditions.',
    examples: [
      [
        'reform replicate consumption-centre --to province -d 粤改办〔2022〕4号',
        'out to the province',
      ],
      [
        'reform replicate consumption-centre --from Shanghai --conditions "…"',
        'in from another city',
      ],
    ],
  },
  add: {
    summary: 'add a record of any kind under the next free id',
    about: `Puts a record into the right file at the right place. Attributes are written key=value, lists with commas; units,
fields and other records by any of their names. On a terminal it asks for what is missing. A criterion of an item on which
work has begun is an amendment, with a reason and a document.`,
    examples: [
      [
        'reform add task title="Reform of the data market" field=economic-system',
        'a task in a file of its own',
      ],
      ['reform add measure T23 title="Issue the rules" due=2022-09-30', 'a measure in a task'],
      ['reform add project huangpu title="One window for the port"', 'declared by a district'],
      [
        'reform add unit id=planning-bureau title="Planning Bureau" title_zh=规划局 aliases=规自局',
        'a unit',
      ],
      [
        'reform add criterion T23.1 text="Draft out for comment" due=2022-06-30',
        'a criterion of an item',
      ],
    ],
  },
  set: {
    summary: 'change attributes: of a plan as an amendment, of registers in place',
    about: `The plan of an item that was issued is amended: an entry in its log, the issued words stay above. Once work has
begun that needs a reason, for lead, deliverable and criteria also a document. In a draft, and in the registers of units,
documents and so on, the text itself is changed. key=value sets, key= takes away, key+= and key-= change lists. What follows
from the log, such as the status, is not set; the right verb is named.`,
    examples: [
      ['reform set T01.1 due=2022-08-31 -m "Wanted before the congress"', 'an earlier deadline'],
      [
        'reform set T01.1 lead=planning,forestry -m "New duties" -d 穗编〔2022〕5号',
        'other lead units',
      ],
      ['reform set planning-bureau aliases+=规自局', 'one more name of a unit'],
      ['reform set T01.1#b due=2022-10-31 -m Flood -d 穗改委〔2022〕9号', 'a criterion'],
    ],
  },
  edit: {
    summary: 'edit one record in your editor',
    about: `Opens VISUAL or EDITOR on the record alone. What is saved is checked; problems come back as comments, and the
text is not lost. Entries of a log and the plan of an item on which work has begun are not changed in this way.`,
    examples: [
      ['reform edit T01.1', 'a measure'],
      ['EDITOR="code --wait" reform edit planning-bureau', 'with an editor of your choice'],
    ],
  },
  undo: {
    summary: 'take back your own last command',
    about: `Takes back the last command of yours as a whole, and the one before it when it is called again. It refuses
where the files were changed since, and names who did; what is committed is taken back by git.`,
    examples: [
      ['reform undo', 'the last command'],
      ['reform undo --list', 'what can be taken back'],
      ['reform undo -n', 'only show the change to the files'],
    ],
  },
  doctor: {
    summary: 'locks, unfinished changes and leftovers: tell of them and mend them',
    about: `Every update finishes what an interrupted one has left. Where that is not possible, this tells why. With
--force it breaks a lock that nobody holds any more and puts a journal aside that cannot be finished.`,
    examples: [
      ['reform doctor', 'tell and mend'],
      ['reform doctor -n', 'only tell'],
    ],
  },
  import: {
    summary: "read an office's own list: Excel, CSV, Word or pasted",
    about: `Reads a list as offices keep it (.xlsx, .ods, .csv and .tsv in UTF-8 or GB18030, tables of a .docx; - for a
table pasted from Excel) and says, column by column, what would become of it: nothing is written without --apply.
Headings are found below titles and merged cells and known in Chinese and English; fields and tasks are filled down;
units are found by their names and aliases or proposed; deadlines are read in all usual forms, the printed words kept;
progress becomes reports. What was not taken is told with its cell. The same file again changes nothing; a later edition
becomes additions and amendments. What a column is can be said with --map: number, field, task, measure, district,
project, lead, support, start, due, deliverable, criteria, progress, percent, status, problem, next, reported, note,
none, or x-NAME to keep it as it is.`,
    examples: [
      ['reform import 2026-list.xlsx', 'look first: nothing is written'],
      ['reform import 2026-list.xlsx --apply', 'write it, as one change that undo takes back'],
      [
        'reform import list.xlsx --map G=x-leader --map 重点工作=measure --split',
        'say what columns are; numbered points of a cell become measures',
      ],
      [
        'reform import list.xlsx --same 市发改委=development-reform --save-mapping list.yaml',
        'say who is meant, keep how it was read',
      ],
      ['reform import - --ledger data/2026', 'paste a table from Excel, then Ctrl-D'],
      [
        'reform import edition-2.xlsx --mapping list.yaml -m "Mid-year review" -d 穗改办〔2026〕31号 --apply',
        'a later edition: changes of what was issued need a reason and a document',
      ],
    ],
  },
  init: {
    summary: 'begin an empty ledger for a city and a year',
    about: `Writes the files of a new ledger into a folder that is new, empty or holds other things. Every register begins
with a commented example of what it holds. The ledger is a draft; reform set ledger state=current issues it. On a terminal
it asks for what is not given; the year is given with --year.`,
    examples: [
      ['reform init data/2026', 'asks for city and year'],
      [
        'reform init data/2026 --jurisdiction Guangzhou --jurisdiction-zh 广州市 --year 2026',
        'without questions',
      ],
      [
        'reform init . --jurisdiction 广州 --year 2026 --fields guangzhou-2022',
        'in Chinese, with the 12 special fields of 2022',
      ],
    ],
  },
  demo: {
    summary: 'a made-up year to play with',
    about: `Writes a ledger of a city that does not exist into a folder that is new or empty: 12 fields, 41 tasks, 120 measures
and 22 district projects of 2022 with all that happened to them, in two languages. Every answer says that it is illustrative.
The same seed and scale make the same files, byte for byte.`,
    examples: [
      ['reform demo example', 'then: reform summary --ledger example --today 2022-09-30'],
      ['reform demo other-year --seed 7', 'another year of the same list'],
      ['reform demo large --scale 10', 'ten times as many tasks and measures'],
    ],
  },
  resolve: {
    summary: 'merge a conflicted ledger by id, attribute and event, and settle what is left',
    about: `After a merge, rebase or cherry-pick that ended in conflict: merges the ledger's files again, record by record and
event by event, keeps what both sides wrote, and tells what only a person can settle. In a rebase ours is what is rebased
onto. Where events of both sides contradict each other, settling retracts the entry that gives way; --by says who settles.
What was settled by hand is kept and held against both sides; git checkout -m -- FILE begins anew.`,
    examples: [
      ['reform resolve', 'unite what fits together, and tell what does not'],
      ['reform resolve --ours T04.1.due --theirs T04.2.lead', 'settle two conflicts'],
      ['reform resolve --theirs T04.2', 'everything in conflict about one record'],
      ['reform resolve -n', 'only show the change to the files'],
    ],
  },
  git: {
    summary: 'set git up for the ledger: merging, a check before each commit, owners of files',
    about: `install tells git to merge the ledger's files by reform (.gitattributes, and the driver in this clone's
configuration) and to check the ledger as it is to be committed before each commit (hooks; those of others are kept).
uninstall takes all of it back and nothing else. codeowners prints who is asked before files change, for GitHub and
GitLab, from the owners of the ledger, its fields, districts and units. docs/git.md tells the rest.`,
    examples: [
      ['reform git install', 'once in every clone'],
      ['reform git install -n', 'only show what would be changed'],
      ['reform git codeowners > .github/CODEOWNERS', 'who reviews what'],
      ['reform done T04.1 -e 穗府办规〔2022〕18号 --commit', 'a change and its commit in one go'],
    ],
  },
  iam: {
    summary: 'say once which unit you report for',
    about: `Keeps your unit and name in your own configuration, never in the repository. Commands use the unit
unless --by or REFORM_BY names another. Without a unit: says who you are.`,
    examples: [
      ['reform iam planning-bureau --name 李明', 'set'],
      ['reform iam', 'who am I'],
      ['reform iam --forget', 'no longer'],
    ],
  },
  completion: {
    summary: 'complete commands, flags, ids and names by the Tab key',
    about: `Prints the script for a shell: bash, zsh, fish or powershell. From then on the Tab key completes commands, flags,
ids with their titles, units, districts, query keys and the values of each, from the ledger that is meant. Without a shell:
says how to install it for the one you seem to use.`,
    examples: [
      ['reform completion', 'how to install it'],
      ['source <(reform completion bash)', 'for this bash, to try it'],
      ['reform completion fish > ~/.config/fish/completions/reform.fish', 'for fish, for good'],
    ],
  },
} satisfies Record<string, CommandHelp>;

export const enHelp = {
  commands: commands as { readonly [N in keyof typeof commands]: CommandHelp },
  program: 'A ledger of reform tasks and measures, kept as plain YAML files in git.',
  groups: {
    ask: 'Ask:',
    update: 'Update:',
    plan: 'The list itself:',
    undo: 'Take back and mend:',
    check: 'Check:',
    review: 'Review in git:',
    begin: 'Begin a ledger:',
    shell: 'Yourself:',
  },
  examples: 'Examples:',
  /** Other words for the headings of a help page. */
  titles: {} as Readonly<Record<string, string>>,
  /** What is said of a command line that cannot be read. */
  mistake: (text: string): string => text,
  more: 'All commands: reform --help. More on one: reform COMMAND --help.',
  after: `A first look:
  reform summary
  reform list --district Huangpu
  reform show huangpu-1

Exit codes: 0 ok · 1 problems found, or a change refused · 2 wrong usage ·
3 the ledger cannot be read · 4 locked or changed underneath, try again ·
5 the disk or the system said no · 70 a mistake of ours ·
130 stopped before anything was written.`,
  /** What an option says of an event, by the attribute it gives. */
  attributes: {
    progress: 'how far the work is, in percent',
    problem: 'what stands in the way',
    next: 'what comes next',
    criteria: 'criteria it is about, separated by commas',
    result: 'what was achieved, where there are no criteria',
    reason: 'why; -m gives it as well',
    document: 'the number of the document that decides it',
    until: 'the last day that is excused: 2022-09-30, 9月底, +30d',
    due: 'the new deadline: 2022-09-30, 9月底, 2022Q3, +30d',
    checked: 'how it was checked: document, site or third-party; with ID= for one item',
    entry: 'the number of the entry, counted from 1',
    effectiveness: 'what it achieved',
    experience: 'what was learnt that others can use',
    problems: 'what went wrong or is open',
    to: 'how far it is taken out',
    from: 'the city it is taken in from',
    conditions: 'under which conditions it can be copied',
  } as Readonly<Record<string, string>>,
  options: {
    ledger:
      "the ledger's folder (default: REFORM_LEDGER, or the only or the current ledger found upwards)",
    year: 'the ledger of a year, where several are found',
    noCache: 'read every file anew, whatever is known from before',
    noPager: 'do not show a long answer in a pager (REFORM_PAGER, then PAGER, then less)',
    excel:
      'CSV that Excel and WPS open by a double click: headings in words, byte order mark, CR LF',
    today: 'take this day for today: 2022-06-30, yesterday, 9月底 …',
    knownBy:
      'only what was on the main line in git by a day; with --as-of: what had happened and was not recorded yet',
    asOf: 'how everything stood on a day: 2022-06-30, 2022Q1, -30d, last-month …',
    lang: 'answer in this language, en or zh (default: REFORM_LANG, reform iam, then the ledger)',
    help: 'show help for a command',
    version: 'show the version',
    format: 'how to write the answer: table, json, csv or markdown',
    formatSections: 'how to write the answer: table, json or markdown',
    formatCheck: 'how to write the problems: text, json or github',
    formatReview: 'how to write the review: text, json, markdown, github or gitlab',
    json: 'the same as --format json',
    columns: 'which columns, separated by commas: any attribute of the kind',
    sort: 'sort by columns, separated by commas; with - before a name downwards',
    district: 'only of a district',
    field: 'only of a field',
    unit: 'only what a unit leads or supports',
    lead: 'only what a unit leads',
    support: 'only what a unit supports',
    status: 'only with a status; several separated by commas',
    light: 'only with a light: green, yellow, red or unknown',
    theme: 'only of a theme',
    view: 'only what a saved view of the ledger asks for',
    parseOnly: 'only say how the query is understood',
    explain: 'say why each light is what it is',
    missing: 'only what lacks something an office should ask for, and what',
    groupBy: 'a table for each value of a column',
    limit: 'only the first so many',
    within: 'how far ahead to look: 30d, 8w, year-end, 2022-12-31 (default: 30d)',
    bySides: 'count by one side or two: lead, or field,status',
    compare: 'the same on another day, and what moved in between',
    scorecard: 'how each lead unit kept to its deadlines',
    burnUp: 'planned and done, month by month',
    byStretch: 'group what is coming by weeks or by months (default: week)',
    staged: 'compare with what is staged, in place of the working folder',
    byGroup: 'group by field, district or unit (default: field)',
    strict: 'warnings count as errors',
    writeForEditors: 'set up editors that check and complete the files of a ledger',
    ready: 'tell what cannot be tested at the end of the year; a query narrows it down',
    message: 'what happened, in words',
    file: 'the words from a file; - for standard input',
    evidence: 'a document number, a web address or a file; may be repeated',
    date: 'the day it happened: 2022-09-30, yesterday (default: today in the zone of the ledger)',
    by: 'the unit that says so (default: REFORM_BY, then reform iam)',
    dryRun: 'only show the change to the files',
    yes: 'do it without asking',
    commit: 'commit the changed files at once, and nothing else, with a message in words',
    resolveOurs: 'settle a conflict as our side has it; may be given several times',
    resolveTheirs: 'settle a conflict as their side has it; may be given several times',
    gitDryRun: 'only show what would be changed',
    wait: 'how long to wait for another writer (default: 5)',
    copy: 'copy files of -e into the ledger, under evidence/ID/',
    where: 'the items of a query instead of ids: status:done lead:planning due:..2022-09-30 WORD',
    undoList: 'show the commands of yours that can be taken back',
    doctorDryRun: 'only tell, mend nothing',
    force: 'break a lock that nobody holds any more, put aside a journal that cannot be finished',
    importFile: 'the file of the list; - for standard input',
    apply: 'write it; without this nothing is written',
    sheet: 'the sheet of the list, where several have one; may be repeated; all for all of them',
    headingRow: 'the row of the headings, where they are not found',
    map: 'what a column is, by its heading or letter; may be repeated',
    same: 'which unit of the register a printed name means; may be repeated',
    split: 'make a measure of each numbered point of a cell',
    encoding: 'the encoding of a text file, where it is not found out',
    mapping: 'read the list as this file says',
    saveMapping: 'keep in this file how the list was read',
    importDate: 'the day of reports and amendments: 2022-09-30, yesterday (default: today)',
    jurisdiction: 'the city or other body whose list it is',
    jurisdictionChinese: 'its Chinese name, where --jurisdiction is in another language',
    fields: (sets: readonly string[]) => `begin with a set of special fields: ${sets.join(' or ')}`,
    title: 'the title of the ledger (default: made of city and year)',
    language: 'the language of its files and tables, en or zh (default: that of --jurisdiction)',
    timezone: 'the zone that decides which day it is (default: Asia/Shanghai)',
    scale: 'how many times 41 tasks and 120 measures, from 1 to 100 (default: 1)',
    seed: 'which year is made up, a whole number (default: 1)',
    name: 'your name',
    forget: 'forget who you are',
  },
};

export type Help = typeof enHelp;
