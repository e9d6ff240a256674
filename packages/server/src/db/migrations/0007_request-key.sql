ALTER TABLE `text_requests` ADD `request_key` text;--> statement-breakpoint
CREATE UNIQUE INDEX `text_requests_key` ON `text_requests` (`user_id`,`request_key`) WHERE request_key IS NOT NULL;