// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <suite/suiterunner.h>

#include <QProcess>

namespace Decayscope::Test {

/// The server of oddservers/oddserver.py: a row of oddities under each base URL. Needs python3.
class OddServer
{
public:
    OddServer();
    ~OddServer();
    Q_DISABLE_COPY_MOVE(OddServer)

    [[nodiscard]] bool isRunning() const { return m_port > 0; }

    /// Where the row answers; empty where there is none of that name.
    [[nodiscard]] QString baseUrl(const QString &row) const;

    /// What was asked of a row since it was last looked at, a line a request.
    [[nodiscard]] QStringList takeWire(const QString &row) const;

private:
    [[nodiscard]] QJsonArray fetched(const QString &path) const;

    QProcess m_process;
    int m_port = 0;
    QStringList m_rows;
};

/// A result as one text a request: + for a check that passed, - for one that failed.
[[nodiscard]] QStringList printedVerdicts(const SuiteResult &result);

} // namespace Decayscope::Test
