import { EscalatedConversations } from '../escalated-conversations/escalated-conversations.ts';

EscalatedConversations.define();
