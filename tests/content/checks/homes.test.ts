import { describe, expect, test } from 'vitest';
import { factsOf } from '../../../content/checks/facts.ts';
import { checkBody } from '../../../content/checks/record.ts';
import { smallHall } from '../../support/hall.ts';
import { MORNING } from '../../support/world.ts';

const facts = factsOf(smallHall(), null);

/** What of places is found in a notice with this text. */
function found(text: string): string[] {
  const body = { ...smallHall().get('notice', 'welcome')!, text };
  return checkBody('notice', body, 'n', facts, MORNING)
    .map(({ code }) => code as string)
    .filter((code) => code === 'privacy.home' || code === 'privacy.address');
}

describe('where people live', () => {
  test('[K8] a house number blocks where it is called a home’s', () => {
    for (const text of [
      '家庭住址：青溪镇柳湾村3组12号',
      '现住址为青溪镇幸福路18号',
      '该户家住大坪村2组7号，请邻里相助。',
      '户籍地址 白石镇河滨小区5栋2单元301室',
    ])
      expect(found(text), text).toEqual(['privacy.home']);
  });

  test('[K8] down to the room or the household it warns, and an office’s is nobody’s home', () => {
    expect(found('请到河滨小区5栋2单元301室领取。')).toEqual(['privacy.address']);
    expect(found('发放至柳湾村3组12户。')).toEqual(['privacy.address']);
    for (const text of [
      '本中心位于青溪镇幸福路18号。',
      '请到县行政大楼幸福路8号301室办理。',
      '修缮幸福路18号门面。',
    ])
      expect(found(text), text).toEqual([]);
  });
});
