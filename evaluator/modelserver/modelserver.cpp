// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "modelserver.h"

#include "modelhub.h"

#include <QThread>

namespace Decayscope {

using namespace Qt::StringLiterals;

class ModelServer::Private
{
public:
    Private(ModelScript script, ModelServerOptions options)
        : m_hub(new ModelHub(std::move(script), std::move(options)))
    {
        m_hub->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_hub, &QObject::deleteLater);
        m_thread.setObjectName(u"model server"_s);
        m_thread.start();
    }

    ~Private()
    {
        m_thread.quit();
        m_thread.wait();
    }

    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;

    [[nodiscard]] Result<int> listen()
    {
        Result<int> port;
        QMetaObject::invokeMethod(m_hub, [this, &port] { port = m_hub->listen(); }, Qt::BlockingQueuedConnection);
        m_port = port.value_or(0);
        return port;
    }

    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] int questions() const { return m_hub->questions(); }

private:
    QThread m_thread;
    ModelHub *m_hub; ///< Goes with the thread.
    int m_port = 0;
};

ModelServer::ModelServer(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{ }

ModelServer::~ModelServer() = default;

Result<std::unique_ptr<ModelServer>> ModelServer::start(ModelScript script, ModelServerOptions options)
{
    auto parts = std::make_unique<Private>(std::move(script), std::move(options));
    if (auto port = parts->listen(); !port)
        return std::unexpected(std::move(port.error()));
    return std::unique_ptr<ModelServer>(new ModelServer(std::move(parts)));
}

QString ModelServer::url() const
{
    return u"http://127.0.0.1:%1/v1"_s.arg(d->port());
}

int ModelServer::port() const
{
    return d->port();
}

int ModelServer::questions() const
{
    return d->questions();
}

} // namespace Decayscope
