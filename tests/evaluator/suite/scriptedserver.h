// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace Decayscope::Test {

/// A server in this thread, served while the runner waits: does with each request what the test says.
class ScriptedServer
{
public:
    using Act = std::function<void(QTcpSocket &)>;

    explicit ScriptedServer(Act act);

    [[nodiscard]] QString baseUrl() const;
    [[nodiscard]] int requests() const { return m_requests; }

    /// Writes `first` and then `piece` as long as anybody reads.
    static void writeForever(QTcpSocket &socket, const QByteArray &first, const QByteArray &piece);

private:
    QTcpServer m_server;
    Act m_act;
    int m_requests = 0;
};

} // namespace Decayscope::Test
