// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "evaluationdraft.h"

#include <QFrame>

class QLabel;
class QToolButton;

namespace Decayscope {

/// What this system lacks for evaluations, and what installs it: quiet, and gone where nothing is missing.
class NeedsBanner final : public QFrame
{
    Q_OBJECT

public:
    explicit NeedsBanner(QWidget *parent = nullptr);

    void setNeeds(const std::vector<EvaluationNeed> &needs);
    [[nodiscard]] QString text() const; ///< Empty where nothing is missing.

signals:
    void lookRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_icon;
    QLabel *m_text;
    QToolButton *m_look;
};

} // namespace Decayscope
