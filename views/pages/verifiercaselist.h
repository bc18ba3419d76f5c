// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "verifierfigures.h"

#include <QTableView>

namespace Decayscope {

class RawSortProxy;
class VerifierCaseModel;

/// The runs behind a cell, sorted by a click on a title; Enter or a double-click reads one.
class VerifierCaseList final : public QTableView
{
    Q_OBJECT

public:
    explicit VerifierCaseList(QWidget *parent = nullptr);

    /// Keeps the sorting and, where it is still there, the chosen case; else the first one is chosen.
    void setCases(std::vector<VerifierCase> cases, const std::vector<ConfigurationStyle> &styles);

    [[nodiscard]] const VerifierCase *current() const; ///< Null while there is none.
    /// All runs, in the order shown.
    [[nodiscard]] std::vector<RunId> shownRuns() const;
    [[nodiscard]] QStringList printed() const; ///< "a | b | c", a line a row as shown.

    [[nodiscard]] QByteArray columnState() const;
    void restoreColumnState(const QByteArray &state);

signals:
    void currentCaseChanged();
    void caseActivated();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fitRows();
    void fitColumns();

    VerifierCaseModel *m_model;
    RawSortProxy *m_sorted;
};

} // namespace Decayscope
