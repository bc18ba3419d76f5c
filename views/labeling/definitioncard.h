// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <labels/codebook.h>

#include <QFrame>

class QLabel;

namespace Decayscope {

/// What a code means: its definition, when to choose it and when not, and the question that decides.
class DefinitionCard final : public QFrame
{
    Q_OBJECT

public:
    explicit DefinitionCard(QWidget *parent = nullptr);

    void showCode(const Code &code);
    void showNothing(); ///< No code is pointed at.
    [[nodiscard]] QString text() const; ///< As HTML.

private:
    QLabel *m_text;
};

} // namespace Decayscope
