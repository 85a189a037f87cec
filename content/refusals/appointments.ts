import type { RefusalTable } from './table.ts';

/** Appointments. Read by staff, and by visitors on the phone and at the kiosk. */
export const appointments = {
  'appointment.missing': [
    404,
    '没有找到这个预约。请核对预约码，或手机号后四位和预约时间。',
    'There is no such appointment. Check the code, or the last four figures of the phone and the time.',
  ],
  'appointment.which': [
    409,
    '有不止一个预约符合，请输入预约码，或请导办台帮您签到。',
    'More than one appointment fits. Type the code, or ask at the desk.',
  ],
  'appointment.wish-wrong': [
    400,
    '预约的日期不对，或结束时间不在开始时间之后。请改一下。',
    'The day is none, or the end is not after the beginning. Please mend it.',
  ],
  'appointment.past': [400, '这个时间已经过了，请选以后的时间。', 'That time is past; choose a later one.'],
  'appointment.far': [
    400,
    '只能预约 {days} 天以内的时间。',
    'Appointments are given up to {days} days ahead.',
  ],
  'appointment.closed': [
    409,
    '这个时间不在办公时间内，也不是双休日预约时间。',
    'The hall is closed at that time and gives no appointments then.',
  ],
  'appointment.full': [
    409,
    '{from}–{to} 已经约满，请选别的时间。',
    'All places of {from}–{to} are taken; choose another time.',
  ],
  'appointment.double': [
    409,
    '这个电话号码已经有一个预约（{time}），不能重复预约。',
    'This phone number already has an appointment ({time}).',
  ],
  'appointment.enough': [
    409,
    '一个手机号最多同时预约 {count} 次，请先办完或取消。',
    'A phone may hold {count} appointments at a time; keep or cancel one first.',
  ],
  'appointment.no-slot': [
    409,
    '这个时间段已不能预约，请另选一个。',
    'That time can no longer be booked; choose another one.',
  ],
  'appointment.details': [
    400,
    '请选时间段，填写姓名和能打通的电话号码（只含数字）。',
    'Choose a time and fill in a name and a phone number (figures only).',
  ],
  'appointment.consent': [
    400,
    '请勾选同意，我们才能登记您的姓名和电话。',
    'Please tick your consent; without it your name and number may not be registered.',
  ],
  'appointment.page-off': [
    403,
    '本大厅不开放网页预约，请打电话或到导办台预约。',
    'This hall takes no appointments on the web; call or ask at the desk.',
  ],
  'appointment.unanswered': [
    409,
    '这个预约还没有答复，请到导办台。',
    'This appointment has not been answered yet; ask at the desk.',
  ],
  'appointment.declined': [
    409,
    '这个预约没有安排上，请到导办台或取普通号。',
    'This appointment could not be given; ask at the desk or take a normal number.',
  ],
  'appointment.cancelled': [409, '这个预约已经取消。', 'This appointment was cancelled.'],
  'appointment.arrived': [409, '这个预约已经签到取号。', 'This appointment has been checked in.'],
  'appointment.other-day': [
    409,
    '预约的是 {month} 月 {day} 日 {time}，当天才能签到。',
    'The appointment is on {month}-{day} at {time}; check in on that day.',
  ],
  'appointment.late': [
    409,
    '预约时间是 {time}，已过 {minutes} 分钟，预约视为放弃。请取普通号。',
    'The appointment was at {time}; it is given up {minutes} minutes later. Take a normal number.',
  ],
  'appointment.at-desk': [
    403,
    '请到大厅的取号机或导办台签到。',
    'Please check in at the kiosk or the desk of the hall.',
  ],
  'ticket.no-appointment': [
    409,
    '{number} 号没有预约，不能改成预约号。',
    'Number {number} has no appointment.',
  ],
} as const satisfies RefusalTable;
