import { RequestForm } from '../request-form/request-form.ts';

RequestForm.define();
