# rackup -p 3000
require 'json'
require 'net/http'
require 'rack'

# Replace this with your own log-in. The answer is who is signed in, or nil.
def signed_in(request)
  return unless request.cookies['crm_session'] == 'the-session-of-ada'

  { externalId: '42', name: 'Ada Park', role: 'admin' }
end

def mint(user)
  address = URI("#{ENV.fetch('CAMPAIGN_KIT_URL')}/v1/embed-sessions")
  asked = Net::HTTP::Post.new(
    address,
    'Authorization' => "Bearer #{ENV.fetch('CAMPAIGN_KIT_KEY')}",
    'Content-Type' => 'application/json'
  )
  asked.body = JSON.generate(user: user, origin: ENV.fetch('CRM_ORIGIN'))
  options = { use_ssl: address.scheme == 'https', open_timeout: 5, read_timeout: 5, max_retries: 0 }
  Net::HTTP.start(address.host, address.port, **options) { |http| http.request(asked) }
end

def answer(status, body)
  [status, { 'content-type' => 'application/json', 'cache-control' => 'no-store' }, [body]]
end

run(lambda do |env|
  request = Rack::Request.new(env)
  next answer(404, '{"error":"not found"}') unless request.post? && request.path == '/texting-session'

  user = signed_in(request)
  next answer(401, '{"error":"signed out"}') unless user

  begin
    minted = mint(user)
    next answer(200, minted.body) if minted.is_a?(Net::HTTPSuccess)

    warn "Campaign Kit answered #{minted.code}: #{minted.body}"
  rescue Timeout::Error, SystemCallError, SocketError, IOError => e
    warn "Campaign Kit did not answer: #{e.message}"
  end
  answer(502, '{"error":"texting is not available"}')
end)
