// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registrymirror.h"

#include "mirrorhub.h"
#include "registrysettings.h"

#include <QDir>
#include <QFileInfo>
#include <QProcessEnvironment>
#include <QThread>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

/// The mirror's thread, ended by whoever lets go of it last.
class MirrorThread
{
public:
    MirrorThread(std::vector<RegistryRoute> routes, const QString &cacheFolder)
        : m_hub(new MirrorHub(std::move(routes), cacheFolder, MirrorLimits{}))
    {
        m_hub->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_hub, &QObject::deleteLater);
        m_thread.setObjectName(u"registries"_s);
        m_thread.start();
    }

    ~MirrorThread()
    {
        m_thread.quit();
        m_thread.wait();
    }

    MirrorThread(const MirrorThread &) = delete;
    MirrorThread &operator=(const MirrorThread &) = delete;

    Result<> serve(int listeningSocket)
    {
        Result<> result;
        QMetaObject::invokeMethod(
            m_hub, [this, listeningSocket, &result] { result = m_hub->serve(listeningSocket); },
            Qt::BlockingQueuedConnection);
        return result;
    }

    void leave(int listeningSocket)
    {
        QMetaObject::invokeMethod(
            m_hub, [this, listeningSocket] { m_hub->leave(listeningSocket); }, Qt::BlockingQueuedConnection);
    }

    [[nodiscard]] qint64 upstreamRequests() const { return m_hub->upstreamRequests(); }

private:
    QThread m_thread;
    MirrorHub *m_hub; ///< Goes with the thread.
};

/// Closes its socket with its connections when it goes, unless the mirror went before.
class ServedSocket
{
public:
    ServedSocket(const std::shared_ptr<MirrorThread> &mirror, int socket)
        : m_mirror(mirror)
        , m_socket(socket)
    { }

    ~ServedSocket()
    {
        if (const auto mirror = m_mirror.lock())
            mirror->leave(m_socket);
    }

    ServedSocket(const ServedSocket &) = delete;
    ServedSocket &operator=(const ServedSocket &) = delete;

private:
    std::weak_ptr<MirrorThread> m_mirror;
    int m_socket;
};

} // namespace

class RegistryMirror::Private
{
public:
    std::shared_ptr<MirrorThread> thread;
};

std::vector<RegistryRoute> defaultRegistryRoutes()
{
    return registryRoutes(QProcessEnvironment::systemEnvironment(), QDir::homePath(), u"/etc"_s);
}

RegistryMirror::RegistryMirror(std::vector<RegistryRoute> routes, const QString &cacheFolder)
    : d(std::make_unique<Private>(std::make_shared<MirrorThread>(std::move(routes), cacheFolder)))
{ }

RegistryMirror::~RegistryMirror() = default;

Result<std::shared_ptr<void>> RegistryMirror::serve(int listeningSocket)
{
    if (auto serving = d->thread->serve(listeningSocket); !serving)
        return std::unexpected(std::move(serving.error()));
    return std::make_shared<ServedSocket>(d->thread, listeningSocket);
}

qint64 RegistryMirror::upstreamRequests() const
{
    return d->thread->upstreamRequests();
}

std::map<QString, QString> RegistryMirror::environment(int port)
{
    const auto here = u"http://127.0.0.1:%1/"_s.arg(port);
    const QString index = here + pypiPath + u"simple/";
    std::map<QString, QString> environment{{u"npm_config_registry"_s, here},
        // Lock files name the registry they were made with; whichever it was, its packages come from here.
        {u"npm_config_replace_registry_host"_s, u"always"_s}, {u"npm_config_disturl"_s, here + nodePath},
        {u"npm_config_audit"_s, u"false"_s}, {u"npm_config_fund"_s, u"false"_s},
        {u"npm_config_update_notifier"_s, u"false"_s}, {u"COREPACK_NPM_REGISTRY"_s, here.chopped(1)},
        {u"YARN_REGISTRY"_s, here}, {u"YARN_NPM_REGISTRY_SERVER"_s, here.chopped(1)},
        {u"YARN_UNSAFE_HTTP_WHITELIST"_s, u"127.0.0.1"_s}, {u"YARN_ENABLE_TELEMETRY"_s, u"0"_s},
        {u"PIP_INDEX_URL"_s, index}, {u"PIP_TRUSTED_HOST"_s, u"127.0.0.1"_s},
        {u"PIP_DISABLE_PIP_VERSION_CHECK"_s, u"1"_s}, {u"PIP_NO_INPUT"_s, u"1"_s}, {u"UV_DEFAULT_INDEX"_s, index},
        {u"UV_INDEX_URL"_s, index}, {u"UV_PYTHON_DOWNLOADS"_s, u"never"_s}};
    if (QFileInfo::exists(u"/usr/include/node/node.h"_s))
        environment.emplace(u"npm_config_nodedir"_s, u"/usr"_s);
    return environment;
}

} // namespace Decayscope
