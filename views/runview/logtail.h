// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QCheckBox;
class QPlainTextEdit;

namespace Decayscope {

/// The end of a log that grows, as a terminal would show it; follows the end unless told not to.
class LogTail final : public QWidget
{
    Q_OBJECT

public:
    explicit LogTail(QWidget *parent = nullptr);

    void clear();
    void append(const QByteArray &output); ///< Any bytes; what is cut within a line or character comes together again.
    void setFollowing(bool following);
    [[nodiscard]] bool isFollowing() const;
    [[nodiscard]] QString text() const;

protected:
    void changeEvent(QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void flush();

    QByteArray m_waiting; ///< Not shown yet.
    int m_timer = 0; ///< Runs while something waits.
    bool m_isLineOpen = false; ///< The last line shown has no end yet.
    QByteArray m_open; ///< That line as it came.
    QPlainTextEdit *m_text;
    QCheckBox *m_follow;
};

} // namespace Decayscope
