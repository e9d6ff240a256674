import { provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { defineElements } from '../host.ts';
import { App } from './app.ts';

void bootstrapApplication(App, { providers: [provideZonelessChangeDetection()] });
void defineElements();
