using System.Net.Http.Headers;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHttpClient("campaign-kit", kit =>
{
    kit.BaseAddress = new Uri(Setting("CAMPAIGN_KIT_URL").TrimEnd('/') + "/");
    kit.Timeout = TimeSpan.FromSeconds(5);
    kit.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Setting("CAMPAIGN_KIT_KEY"));
});
var app = builder.Build();

app.MapPost("/texting-session", async (HttpContext context, IHttpClientFactory clients, ILogger<Program> log) =>
{
    context.Response.Headers.CacheControl = "no-store";
    var user = SignedIn(context);
    if (user is null) return Results.Json(new { error = "signed out" }, statusCode: 401);
    try
    {
        var asked = new { user = new { externalId = user.Id, name = user.Name, role = user.Role }, origin = Setting("CRM_ORIGIN") };
        using var minted = await clients.CreateClient("campaign-kit").PostAsJsonAsync("v1/embed-sessions", asked, context.RequestAborted);
        var body = await minted.Content.ReadAsStringAsync(context.RequestAborted);
        if (minted.IsSuccessStatusCode) return Results.Text(body, "application/json");
        log.LogError("Campaign Kit answered {Status}: {Body}", (int)minted.StatusCode, body);
    }
    catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException)
    {
        log.LogError("Campaign Kit did not answer: {Problem}", problem.Message);
    }
    return Results.Json(new { error = "texting is not available" }, statusCode: 502);
});

app.Run($"http://127.0.0.1:{Environment.GetEnvironmentVariable("PORT") ?? "3000"}");

// Replace this with your own log-in: context.User, once authentication is set up.
static User? SignedIn(HttpContext context) =>
    context.Request.Cookies["crm_session"] == "the-session-of-ada" ? new User("42", "Ada Park", "admin") : null;

static string Setting(string name) =>
    Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set");

record User(string Id, string Name, string Role);
