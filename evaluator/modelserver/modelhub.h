// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "modelconnection.h"
#include "modelserver.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <atomic>
#include <memory>

class QTcpServer;

namespace Decayscope {

/// The work of a model server, in its thread.
class ModelHub : public QObject
{
    Q_OBJECT

public:
    ModelHub(ModelScript script, ModelServerOptions options);
    ~ModelHub() override;

    /// The port it listens on. Errors: Internal.
    [[nodiscard]] Result<int> listen();

    [[nodiscard]] int questions() const { return m_questions; }

private:
    void accept();
    void answer(const ModelRequest &request, ModelConnection *connection);
    void complete(const ModelRequest &request, ModelConnection *connection);
    [[nodiscard]] QByteArray modelList() const;

    ModelScript m_script;
    ModelServerOptions m_options;
    std::unique_ptr<QTcpServer> m_server;
    QThreadPool m_pool; ///< Where scripts take their time.
    std::atomic<int> m_questions = 0;
};

} // namespace Decayscope
