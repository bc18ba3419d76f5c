// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QStringList>
#include <QTcpServer>

#include <functional>

namespace Decayscope::Test {

/// A registry in words: each path has the bytes it answers with; what was asked is kept.
class FakeRegistry : public QObject
{
    Q_OBJECT

public:
    using Responder = std::function<void(QTcpSocket &, const QByteArray &head)>;

    FakeRegistry();

    [[nodiscard]] QString url(const QString &path = {}) const;
    [[nodiscard]] QStringList &asked() { return m_asked; } ///< "GET /path", in their order.
    [[nodiscard]] const QByteArray &lastHead() const { return m_lastHead; }

    void on(const QString &path, Responder responder);
    void answer(const QString &path, const QByteArray &type, const QByteArray &body, const QByteArray &fields = {});
    void answerStatus(const QString &path, int status, const QByteArray &fields = {});
    void close() { m_server.close(); }

private:
    void read(QTcpSocket *socket);

    QTcpServer m_server;
    QHash<QString, Responder> m_responders;
    QStringList m_asked;
    QByteArray m_lastHead;
};

} // namespace Decayscope::Test
