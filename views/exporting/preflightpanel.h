// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <printing/preflight.h>

#include <QWidget>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace Decayscope {

class PreflightRow;

/// What the preflight says: failures and warnings with a way out each, what passed on demand.
class PreflightPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit PreflightPanel(QWidget *parent = nullptr);

    void setFindings(const std::vector<PreflightFinding> &findings, const std::map<QString, QString> &reasons);
    [[nodiscard]] const std::vector<PreflightFinding> &findings() const { return m_findings; }
    void setChecking(); ///< The findings are of an older look.

    [[nodiscard]] QString summary() const;
    [[nodiscard]] QStringList shownRows() const; ///< "✗ Lines are wide enough: A line of …", for tests.

    /// Where a reason is typed against the first failure; false where nothing fails.
    bool focusFirstFailure();

signals:
    void fixRequested(const QString &rule);
    void reasonChanged(const QString &rule, const QString &reason);

private:
    PreflightRow *rowOf(const PreflightFinding &finding);
    void refresh();

    std::vector<PreflightFinding> m_findings;
    std::map<QString, PreflightRow *> m_rows;
    QLabel *m_summary;
    QToolButton *m_all;
    QLabel *m_good;
    QVBoxLayout *m_list;
};

} // namespace Decayscope
