import type { Staffing } from '../queue/staffing.ts';
import type { Hour } from './report.ts';

/** What the live view asks the hub for, because only the journal knows it (history.md). */
export interface TodayView {
  issued: number;
  served: number;
  hours: Hour[];
  /** By id: what was served today, and the mean time of service in ms. */
  windows: Record<string, { served: number; mean: number | null }>;
  services: Record<string, { issued: number; served: number }>;
  staffing: Staffing;
}
