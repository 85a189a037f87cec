import { speaker } from './catalogue.ts';
import type { Entries } from './catalogue.ts';

/** What interrupts say on screens: key → [中文, English]. */
export const alarmEntries = {
  'fire.title': ['火警', 'Fire'],
  'fire.do': ['请立即疏散', 'Leave the building now'],
  'fire.how': ['不乘电梯　弯腰低行　听从指引', 'No lifts. Stay low. Follow the staff.'],
  'fire.way': ['逃生路线', 'Way out'],
  'fire.spoken': [
    '请注意，大厅发生火情，请立即从最近的安全出口疏散，不要乘坐电梯。',
    'Attention. There is a fire. Leave by the nearest exit now. Do not use the lifts.',
  ],
  'quake.title': ['地震', 'Earthquake'],
  'quake.do': ['护住头部　就近躲避', 'Cover your head, take shelter'],
  'quake.how': [
    '躲到桌下或墙角　远离窗户和吊灯',
    'Under a table or in a corner, away from windows and lamps',
  ],
  'quake.way': ['震动停止后撤离', 'When the shaking has stopped'],
  'quake.spoken': [
    '请注意，发生地震，请护住头部，就近躲避，震动停止后再有序撤离。',
    'Attention. Earthquake. Cover your head and take shelter. Leave when the shaking has stopped.',
  ],
  'lockdown.title': ['请勿外出', 'Stay inside'],
  'lockdown.do': ['留在室内　远离门窗', 'Keep away from doors and windows'],
  'lockdown.how': ['保持安静　听从工作人员安排', 'Keep quiet. Follow the staff.'],
  'lockdown.way': ['解除后离开', 'When it is over'],
  'lockdown.spoken': [
    '请注意，请不要离开大厅，远离门窗，听从工作人员安排。',
    'Attention. Stay inside, keep away from doors and windows, and follow the staff.',
  ],
  'way.general': ['沿疏散指示标志，从最近的安全出口离开', 'Follow the exit signs to the nearest exit'],
  drill: ['演练', 'Drill'],
  'drill.note': ['这是演练，不是真实险情', 'This is a drill, not a real alarm'],
  'drill.spoken': ['这是演练。', 'This is a drill. '],
  'urgent.title': ['紧急通知', 'Urgent notice'],
  'urgent.from': ['{sender}发布', 'From {sender}'],
  'kiosk.out': ['取号机暂停使用', 'This kiosk gives out no numbers now'],
  blocked: ['本屏暂停使用', 'This screen is out of use'],
  'stop.title': ['停止本屏的紧急画面', 'Stop the picture of this screen'],
  'stop.note': ['请输入本屏的停止码。其他屏幕不受影响。', 'Enter this screen’s digits. Other screens go on.'],
  'stop.wrong': ['停止码不对', 'Wrong digits'],
  'stop.back': ['退格', 'Back'],
  'stop.cancel': ['取消', 'Cancel'],
  'identify.number': ['{number} 号屏', 'Screen {number}'],
} as const satisfies Entries;

export const say = speaker(alarmEntries, 'zh-CN');
