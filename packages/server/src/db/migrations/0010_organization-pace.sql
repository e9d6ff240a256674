ALTER TABLE `text_requests` ADD `decision_key` text;--> statement-breakpoint
ALTER TABLE `organizations` ADD `send_every_ms` integer;--> statement-breakpoint
ALTER TABLE `organizations` ADD `next_send_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `phone_numbers` ADD `asked_at` integer DEFAULT 0 NOT NULL;