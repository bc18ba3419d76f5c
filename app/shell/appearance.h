// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QObject>

class QApplication;

namespace Decayscope {

enum class Scheme : quint8 { System, Light, Dark };

/// How the program looks: the desktop's own style where it brings one, else a calm flat one; light or dark as the
/// desktop or the user says; and the size of the font, in steps of a point.
class Appearance final : public QObject
{
    Q_OBJECT

public:
    explicit Appearance(QApplication &application);

    void setScheme(Scheme scheme);
    [[nodiscard]] Scheme scheme() const { return m_scheme; }

    void setFontSteps(int steps);
    [[nodiscard]] int fontSteps() const { return m_fontSteps; }

private:
    void applyPalette();

    QFont m_desktopFont;
    Scheme m_scheme = Scheme::System;
    int m_fontSteps = 0;
    bool m_ownStyle = false;
};

} // namespace Decayscope
