// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "taskssections.h"

#include <QPlainTextEdit>

#include <set>

namespace Decayscope {

/// A prompt as text; sections fold behind their headings by a click on them or Enter, and long ones begin folded.
class TasksPrompt final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit TasksPrompt(QWidget *parent = nullptr);

    void setPrompt(const QString &prompt);
    [[nodiscard]] const QString &prompt() const { return m_prompt; } ///< Word for word.

    [[nodiscard]] const std::vector<PromptSection> &sections() const { return m_sections; }
    [[nodiscard]] bool isFolded(int section) const { return m_folded.contains(section); }
    void setFolded(int section, bool isFolded);

    /// Selects the words from the cursor on, round at the ends and into folded sections; false where they do not come.
    bool findWords(const QString &words, bool forward);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fill();
    void restyle();
    void showHeadings();
    void toggle(int section);
    [[nodiscard]] int sectionOfLine(int line) const; ///< -1 before the first.
    [[nodiscard]] int headedBy(const QTextBlock &block) const; ///< The section of a heading; -1 for other lines.
    void paintHeading(QPainter &painter, int section, const QRectF &place);
    [[nodiscard]] int headingUnder(QPoint place) const; ///< A section; -1 for none.

    QString m_prompt;
    std::vector<PromptSection> m_sections;
    std::set<int> m_folded;
};

} // namespace Decayscope
