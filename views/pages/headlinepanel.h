// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "scorechoice.h"

#include <figures/figurebuilder.h>

#include <QWidget>

class QLabel;

namespace Decayscope {

/// The study in one number: how far capable configurations fall from L0 to L3.
class HeadlinePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit HeadlinePanel(QWidget *parent = nullptr);

    void setHeadline(const DecayHeadline &headline, ScoreChoice score);
    void clear();
    [[nodiscard]] QString text() const;

private:
    QLabel *m_number;
    QLabel *m_words;
};

} // namespace Decayscope
