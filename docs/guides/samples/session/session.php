<?php
// php -S 127.0.0.1:3000 session.php

/** Replace this with your own log-in. The answer is who is signed in, or null. */
function signedIn(): ?array
{
    if (($_COOKIE['crm_session'] ?? '') !== 'the-session-of-ada') {
        return null;
    }
    return ['externalId' => '42', 'name' => 'Ada Park', 'role' => 'admin'];
}

function answer(int $status, string $body): never
{
    http_response_code($status);
    header('Content-Type: application/json');
    header('Cache-Control: no-store');
    exit($body);
}

if ($_SERVER['REQUEST_METHOD'] !== 'POST' || parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH) !== '/texting-session') {
    answer(404, '{"error":"not found"}');
}
$user = signedIn();
if ($user === null) {
    answer(401, '{"error":"signed out"}');
}

$mint = curl_init(getenv('CAMPAIGN_KIT_URL') . '/v1/embed-sessions');
curl_setopt_array($mint, [
    CURLOPT_POST => true,
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT => 5,
    CURLOPT_HTTPHEADER => [
        'Authorization: Bearer ' . getenv('CAMPAIGN_KIT_KEY'),
        'Content-Type: application/json',
    ],
    CURLOPT_POSTFIELDS => json_encode(['user' => $user, 'origin' => getenv('CRM_ORIGIN')], JSON_THROW_ON_ERROR),
]);
$body = curl_exec($mint);
$status = curl_getinfo($mint, CURLINFO_RESPONSE_CODE);
if ($body !== false && $status >= 200 && $status < 300) {
    answer(200, $body);
}
error_log($body === false ? 'Campaign Kit did not answer: ' . curl_error($mint) : "Campaign Kit answered $status: $body");
answer(502, '{"error":"texting is not available"}');
