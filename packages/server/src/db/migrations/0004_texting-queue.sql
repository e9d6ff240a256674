ALTER TABLE `passes` ADD `variants` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `looks` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `phone_numbers_next` ON `phone_numbers` (`next_send_at`);