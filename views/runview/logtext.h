// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <trajectory/textlinks.h>

#include <QPlainTextEdit>

#include <vector>

namespace Decayscope {

/// A stretch of a log as a terminal would show it; places in code are links for mouse and keyboard.
class LogText final : public QPlainTextEdit
{
    Q_OBJECT

public:
    /// A place in code and where in the document it is named.
    struct Link
    {
        int position = 0;
        CodeMention mention; ///< Its offset counts from the beginning of its row.
    };

    explicit LogText(QWidget *parent = nullptr);

    void setLog(const QString &log);
    void setWrapped(bool isWrapped);
    [[nodiscard]] const std::vector<Link> &links() const { return m_links; }

    /// Selects the words from the cursor on; false where they do not come.
    bool findWords(const QString &words, bool forward);

signals:
    void codeRequested(const QString &path, int line);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void fill();
    void restyle();
    [[nodiscard]] const Link *linkAt(int position) const;
    [[nodiscard]] const Link *linkUnder(QPoint place) const;

    QString m_log;
    std::vector<Link> m_links; ///< In order.
};

} // namespace Decayscope
