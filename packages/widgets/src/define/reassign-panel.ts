import { ReassignPanel } from '../reassign-panel/reassign-panel.ts';

ReassignPanel.define();
