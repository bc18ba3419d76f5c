// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mirrorhub.h"

#include "mirrornetwork.h"

#include <QNetworkAccessManager>
#include <QTcpServer>
#include <QTimer>

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostConnections = 64; ///< Of one sandbox; further ones wait in the kernel's queue.
constexpr std::size_t manyWaiting = 1024; ///< Beyond that it is looked after those that went.

/// The address at the registry. Lock files made with the registry itself carry its own path in front: it counts once.
QUrl upstreamAddress(const RegistryRoute &route, const QByteArray &target)
{
    auto rest = target.sliced(route.path.size() - (route.path.endsWith(u'/') ? 1 : 0));
    const auto own = QUrl(route.upstream).path(QUrl::FullyEncoded).toLatin1();
    if (own.size() > 1 && rest.startsWith(own))
        rest.remove(0, own.size() - 1);
    const auto base = route.upstream.toLatin1();
    return QUrl::fromEncoded(QByteArray(base.first(base.endsWith('/') ? base.size() - 1 : base.size()) + rest));
}

bool isListening(int descriptor)
{
    int listens = 0;
    socklen_t size = sizeof listens;
    return ::getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size) == 0 && listens != 0;
}

bool isText(const QByteArray &type)
{
    const auto name = type.left(type.indexOf(';') < 0 ? type.size() : type.indexOf(';')).trimmed().toLower();
    return name == "application/json" || name == "text/html" || name.endsWith("+json") || name.endsWith("+html");
}

/// What stands for the registries' addresses in answers to a client that sees the mirror at `port`; JSON may write
/// slashes with a backslash before them.
AddressRewriter::Replacements replacementsFor(const RegistryRoute &route, quint16 port)
{
    AddressRewriter::Replacements replacements;
    const QByteArray here = "http://127.0.0.1:" + QByteArray::number(port);
    for (const auto &[address, path] : route.rewrites) {
        auto from = address.toUtf8();
        // A link without a host begins at its quotation mark.
        const QByteArray to = from.first(from.lastIndexOf('"') + 1) + here + path.toUtf8();
        replacements.emplace_back(from, to);
        replacements.emplace_back(from.replace('/', "\\/"), to);
    }
    return replacements;
}

QByteArray told(const QUrl &url, const QString &what)
{
    return u"%1 could not be fetched: %2."_s.arg(url.host(), what).toUtf8();
}

} // namespace

MirrorHub::MirrorHub(std::vector<RegistryRoute> routes, const QString &cacheFolder, const MirrorLimits &limits)
    : m_routes(std::move(routes))
    , m_limits(limits)
    , m_cache(cacheFolder + u"/1"_s, limits.cacheBytes)
{
    QTimer::singleShot(std::chrono::seconds(10), this, [this] { m_cache.tidy(); });
}

/// Replies belong to the network, so the fetches that hold them go before it.
MirrorHub::~MirrorHub()
{
    qDeleteAll(findChildren<MirrorFetch *>());
}

Result<> MirrorHub::serve(int listeningSocket)
{
    auto server = std::make_unique<QTcpServer>();
    if (!isListening(listeningSocket) || !server->setSocketDescriptor(listeningSocket)) {
        ::close(listeningSocket);
        return failure(ErrorKind::Internal,
            u"Package registries cannot be offered to the sandbox: its socket does not listen."_s,
            server->errorString());
    }
    auto *listening = server.get();
    connect(listening, &QTcpServer::newConnection, this, [this, listening] { accept(*listening); });
    m_servers.insert_or_assign(listeningSocket, std::move(server));
    return {};
}

void MirrorHub::leave(int listeningSocket)
{
    m_servers.erase(listeningSocket);
}

void MirrorHub::accept(QTcpServer &server)
{
    while (auto *socket = server.nextPendingConnection()) {
        const auto port = socket->localPort();
        const QPointer client(socket);
        new MirrorConnection(
            socket, [this, port, client](const MirrorRequest &request, MirrorConnection::Answerer answerer) {
                answer(request, {.route = nullptr, .port = port, .client = client, .answerer = std::move(answerer)});
            });
        connect(socket, &QObject::destroyed, &server, &QTcpServer::resumeAccepting);
        if (server.findChildren<QTcpSocket *>().size() >= mostConnections)
            server.pauseAccepting();
    }
}

/// The route with the longest path that fits.
const RegistryRoute *MirrorHub::routeOf(const QByteArray &target) const
{
    const RegistryRoute *best = nullptr;
    for (const auto &route : m_routes) {
        if (target.startsWith(route.path.toLatin1()) && (!best || route.path.size() > best->path.size()))
            best = &route;
    }
    return best;
}

void MirrorHub::answer(const MirrorRequest &request, Waiter waiter)
{
    waiter.route = routeOf(request.target);
    const auto url = waiter.route ? upstreamAddress(*waiter.route, request.target) : QUrl();
    if (!waiter.route || !url.isValid())
        return waiter.answerer({.status = 404, .sentence = "No package registry is at this path."});
    const QByteArray key = url.toEncoded() + '\n' + request.accept;
    if (const auto job = m_jobs.find(key.toStdString()); job != m_jobs.end()) {
        auto &waiters = job->second->waiters;
        if (waiters.size() > manyWaiting)
            std::erase_if(waiters, [](const Waiter &other) { return !other.client; });
        return waiters.push_back(std::move(waiter));
    }

    auto kept = m_cache.find(key, url.toEncoded());
    auto job = std::make_unique<Job>();
    job->key = key;
    job->question = {.url = url,
        .accept = request.accept,
        .etag = kept ? kept->entry.etag : QByteArray(),
        .authorization = waiter.route->authorization};
    job->waiters.push_back(std::move(waiter));
    auto &added = *m_jobs.emplace(key.toStdString(), std::move(job)).first->second;
    if (kept && kept->isFresh)
        return finish(key, {.hit = std::move(kept)});
    added.kept = std::move(kept);
    queue(added);
    startJobs();
}

/// Clients that ask and go at once must not fill the memory with what nobody waits for.
void MirrorHub::queue(Job &job)
{
    m_waiting.push_back(&job);
    if (m_waiting.size() <= manyWaiting)
        return;
    std::erase_if(m_waiting,
        [this](const Job *other) { return isAbandoned(*other) && m_jobs.erase(other->key.toStdString()) > 0; });
}

bool MirrorHub::isAbandoned(const Job &job)
{
    return std::ranges::none_of(job.waiters, [](const Waiter &waiter) { return !waiter.client.isNull(); });
}

void MirrorHub::startJobs()
{
    while (!m_waiting.empty() && m_fetches < m_limits.fetches) {
        auto *job = m_waiting.front();
        m_waiting.pop_front();
        if (isAbandoned(*job))
            m_jobs.erase(job->key.toStdString());
        else
            start(*job);
    }
}

void MirrorHub::start(Job &job)
{
    auto body = m_cache.makeFile();
    if (!body)
        return finish(job.key, {.status = 502, .sentence = body.error().message.toUtf8()});
    if (!m_network)
        m_network = mirrorNetwork(QProcessEnvironment::systemEnvironment());
    ++m_fetches;
    job.fetch = new MirrorFetch(*m_network, m_limits, job.question, std::move(*body), this);
    // Queued: an answer that fails at once must not change the list of jobs under whoever starts them.
    connect(job.fetch, &MirrorFetch::finished, this, [this, &job] { end(job); }, Qt::QueuedConnection);
    job.fetch->start();
}

void MirrorHub::end(Job &job)
{
    --m_fetches;
    m_upstreamRequests += job.fetch->requests();
    const auto answer = outcome(job);
    job.fetch->deleteLater();
    finish(job.key, answer);
    startJobs();
}

MirrorAnswer MirrorHub::outcome(Job &job)
{
    auto &fetch = *job.fetch;
    const bool isWhole = fetch.error().isEmpty();
    if (isWhole && fetch.status() == 200) {
        auto hit = fetch.mayBeKept() ? m_cache.store(job.key, fetch.entry(), fetch.body())
                                     : MirrorCache::pass(fetch.entry(), fetch.body());
        if (!hit)
            return {.status = 502, .sentence = hit.error().message.toUtf8()};
        return {.hit = std::move(*hit)};
    }
    if (isWhole && fetch.status() == 304)
        m_cache.renew(job.key);
    // What is kept is better than nothing where the registry is out of reach.
    if (job.kept && (!isWhole || fetch.status() == 304 || fetch.status() >= 500))
        return {.hit = std::move(job.kept)};
    if (!isWhole)
        return {.status = 502, .sentence = told(job.question.url, fetch.error())};
    const auto sentence = told(job.question.url, u"the registry answers with status %1"_s.arg(fetch.status()));
    // A client that is told to identify itself would only ask a user who is not there.
    const bool isPassed
        = fetch.status() >= 400 && fetch.status() < 500 && fetch.status() != 401 && fetch.status() != 407;
    return {.status = isPassed ? fetch.status() : 502, .sentence = sentence};
}

void MirrorHub::finish(const QByteArray &key, const MirrorAnswer &answer)
{
    const auto job = m_jobs.extract(key.toStdString());
    if (job.empty())
        return;
    for (const auto &waiter : job.mapped()->waiters) {
        auto copy = answer;
        if (copy.hit && isText(copy.hit->entry.type))
            copy.replacements = replacementsFor(*waiter.route, waiter.port);
        waiter.answerer(std::move(copy));
    }
}

} // namespace Decayscope
