// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTableView>

namespace Decayscope {

class ConfusionModel;

/// A confusion matrix: agreement on the diagonal in the accent's tones, disagreement beside it in grey ones, each cell
/// with its count. Arrow keys move, Enter or a click opens the units of a cell.
class ConfusionView final : public QTableView
{
    Q_OBJECT

public:
    explicit ConfusionView(QWidget *parent = nullptr);

    void setConfusion(
        const QString &by, const QString &against, const QStringList &titles, const std::vector<int> &counts);

    [[nodiscard]] QStringList printed() const; ///< "Logic error: 3 0 1 | 4", a line a row.

signals:
    void cellChosen(int by, int against); ///< 0-based categories; never of a sum.

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void choose(const QModelIndex &index);
    void fitCells();

    ConfusionModel *m_model;
};

} // namespace Decayscope
