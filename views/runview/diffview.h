// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diffrows.h"

#include <QWidget>

class QCheckBox;
class QLabel;

namespace Decayscope {

class CodeView;

/// What changed between two texts, side by side or in one column, unchanged stretches folded.
class DiffView final : public QWidget
{
    Q_OBJECT

public:
    /// One side: its text and what to call it, such as "turn 12".
    struct Side
    {
        QString title;
        QString text;
        std::vector<int> writers; ///< May be empty.
    };

    explicit DiffView(QWidget *parent = nullptr);

    void setSides(Side left, Side right, const QString &fileName);
    void setSideBySide(bool isSideBySide);
    [[nodiscard]] bool isSideBySide() const;
    [[nodiscard]] QString summary() const; ///< "turn 12 → final: 3 lines added, 1 removed".
    [[nodiscard]] CodeView *codeView() const { return m_right; } ///< The right side, or the one column.

signals:
    void turnRequested(int turn);

private:
    void layOut();
    void fill();
    void openGap(int row);
    void scrollTogether(CodeView *from, CodeView *to);
    void stepChange(int by);

    Side m_leftSide;
    Side m_rightSide;
    QString m_fileName;
    std::vector<DiffRow> m_diff;
    DiffColumns m_columns;
    std::set<int> m_opened;
    CodeView *m_left;
    CodeView *m_right;
    QLabel *m_summary;
    QCheckBox *m_beside;
};

} // namespace Decayscope
