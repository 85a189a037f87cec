import type { Component } from 'svelte';
import type { Session } from './panel.svelte.ts';
import Accounts from './pages/Accounts.svelte';
import AssessmentsPage from './pages/Assessments.svelte';
import CalendarPage from './pages/Calendar.svelte';
import AppointmentsPage from './pages/Appointments.svelte';
import Caller from './pages/Caller.svelte';
import Case from './pages/Case.svelte';
import ChecksPage from './pages/Checks.svelte';
import Contacts from './pages/Contacts.svelte';
import DraftPage from './pages/Draft.svelte';
import Desk from './pages/Desk.svelte';
import HallPage from './pages/Hall.svelte';
import HistoryPage from './pages/History.svelte';
import ImportPage from './pages/Import.svelte';
import Interfaces from './pages/Interfaces.svelte';
import ItemImport from './pages/ItemImport.svelte';
import ItemPage from './pages/Item.svelte';
import Items from './pages/Items.svelte';
import InterruptsPage from './pages/Interrupts.svelte';
import Journal from './pages/Journal.svelte';
import Live from './pages/Live.svelte';
import MediaPage from './pages/Media.svelte';
import Notice from './pages/Notice.svelte';
import Notices from './pages/Notices.svelte';
import Overview from './pages/Overview.svelte';
import Password from './pages/Password.svelte';
import Playlists from './pages/Playlists.svelte';
import PrintDesk from './pages/PrintDesk.svelte';
import Printers from './pages/Printers.svelte';
import Queue from './pages/Queue.svelte';
import Areas from './pages/Areas.svelte';
import PlanPage from './pages/Plan.svelte';
import RosterPage from './pages/Roster.svelte';
import StaffPage from './pages/Staff.svelte';
import Ratings from './pages/Ratings.svelte';
import Reports from './pages/Reports.svelte';
import ReviewPage from './pages/Review.svelte';
import Packages from './pages/Packages.svelte';
import Contents from './pages/Contents.svelte';
import ProofPage from './pages/Proof.svelte';
import Pledge from './pages/Pledge.svelte';
import Rule from './pages/Rule.svelte';
import RuleEdit from './pages/RuleEdit.svelte';
import Rules from './pages/Rules.svelte';
import SchedulePage from './pages/Schedule.svelte';
import Screen from './pages/Screen.svelte';
import Screens from './pages/Screens.svelte';
import SheetsPage from './pages/Sheets.svelte';
import Small from './pages/Small.svelte';
import VoicePage from './pages/Voice.svelte';
import StandardsPage from './pages/Standards.svelte';
import Welcome from './pages/Welcome.svelte';
import Windows from './pages/Windows.svelte';
import type { PageName } from './route.ts';

type Page = Component<{ session: Session; id: string | null }>;

/** The component of every page. */
export const pages: Record<Exclude<PageName, 'home' | 'setup'>, Page> = {
  overview: Overview,
  live: Live,
  reports: Reports,
  caller: Caller,
  small: Small,
  desk: Desk,
  appointments: AppointmentsPage,
  notices: Notices,
  notice: Notice,
  items: Items,
  item: ItemPage,
  itemimport: ItemImport,
  rules: Rules,
  rule: Rule,
  ruleedit: RuleEdit,
  pledge: Pledge,
  packages: Packages,
  assessments: AssessmentsPage,
  contents: Contents,
  import: ImportPage,
  interrupts: InterruptsPage,
  screens: Screens,
  screen: Screen,
  pair: Screen,
  ratings: Ratings,
  case: Case,
  print: PrintDesk,
  sheets: SheetsPage,
  printers: Printers,
  playlists: Playlists,
  schedule: SchedulePage,
  proof: ProofPage,
  staff: StaffPage,
  roster: RosterPage,
  areas: Areas,
  plan: PlanPage,
  windows: Windows,
  queue: Queue,
  voice: VoicePage,
  media: MediaPage,
  contacts: Contacts,
  checks: ChecksPage,
  review: ReviewPage,
  draft: DraftPage,
  history: HistoryPage,
  hall: HallPage,
  calendar: CalendarPage,
  standards: StandardsPage,
  accounts: Accounts,
  interfaces: Interfaces,
  journal: Journal,
  password: Password,
  welcome: Welcome,
};
