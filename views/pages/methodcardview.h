// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <analyses/methodcard.h>

#include <QScrollArea>

#include <vector>

class QLabel;

namespace Decayscope {

/// What a method does, assumes and rests on, to be read beside its numbers.
class MethodCardView final : public QScrollArea
{
    Q_OBJECT

public:
    explicit MethodCardView(QWidget *parent = nullptr);

    void setCard(const MethodCard &card);

    /// The whole card as plain text.
    [[nodiscard]] QString text() const;

private:
    struct Section
    {
        QLabel *title = nullptr;
        QLabel *body = nullptr;
    };

    std::vector<Section> m_sections;
};

} // namespace Decayscope
