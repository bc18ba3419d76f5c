// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mirrorcache.h"
#include "mirrorconnection.h"
#include "mirrorfetch.h"
#include "registrymirror.h"

#include <QObject>
#include <QPointer>
#include <QTcpSocket>

#include <atomic>
#include <deque>
#include <memory>
#include <unordered_map>
#include <vector>

class QNetworkAccessManager;
class QTcpServer;

namespace Decayscope {

/// The mirror's work, in the mirror's thread: listening sockets, and answers from the cache or from the registries,
/// each asked for once however many clients want it.
class MirrorHub : public QObject
{
    Q_OBJECT

public:
    MirrorHub(std::vector<RegistryRoute> routes, const QString &cacheFolder, const MirrorLimits &limits);
    ~MirrorHub() override;

    /// Takes the descriptor over, closes it in any case. Errors: Internal.
    [[nodiscard]] Result<> serve(int listeningSocket);
    void leave(int listeningSocket);

    [[nodiscard]] qint64 upstreamRequests() const { return m_upstreamRequests; }

private:
    struct Waiter
    {
        const RegistryRoute *route;
        quint16 port;
        QPointer<QTcpSocket> client; ///< Null once it is gone.
        MirrorConnection::Answerer answerer;
    };
    struct Job
    {
        QByteArray key;
        MirrorQuestion question;
        std::optional<MirrorHit> kept; ///< Too old to be given without asking.
        std::vector<Waiter> waiters;
        MirrorFetch *fetch = nullptr; ///< While it goes on.
    };

    void accept(QTcpServer &server);
    void answer(const MirrorRequest &request, Waiter waiter);
    void queue(Job &job);
    [[nodiscard]] const RegistryRoute *routeOf(const QByteArray &target) const;
    [[nodiscard]] static bool isAbandoned(const Job &job);
    void startJobs();
    void start(Job &job);
    void end(Job &job);
    [[nodiscard]] MirrorAnswer outcome(Job &job);
    void finish(const QByteArray &key, const MirrorAnswer &answer);

    std::vector<RegistryRoute> m_routes;
    MirrorLimits m_limits;
    MirrorCache m_cache;
    std::unique_ptr<QNetworkAccessManager> m_network; ///< Made when it is needed first: it reads certificates.
    std::unordered_map<int, std::unique_ptr<QTcpServer>> m_servers; ///< By descriptor.
    std::unordered_map<std::string, std::unique_ptr<Job>> m_jobs; ///< By key.
    std::deque<Job *> m_waiting; ///< Jobs whose fetch has not begun.
    int m_fetches = 0;
    std::atomic<qint64> m_upstreamRequests = 0;
};

} // namespace Decayscope
