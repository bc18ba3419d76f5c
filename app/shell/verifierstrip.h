// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QProgressBar;
class QToolButton;

namespace Decayscope {

/// In the status bar while runs are judged late: how far that is, and the means to stop it.
class VerifierStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit VerifierStrip(QWidget *parent = nullptr);

    void setProgress(qint64 done, qint64 total); ///< Of runs; shows the strip.
    [[nodiscard]] QString text() const;

signals:
    void cancelRequested();
    void pageRequested();

private:
    QToolButton *m_words;
    QProgressBar *m_bar;
    QToolButton *m_stop;
};

} // namespace Decayscope
