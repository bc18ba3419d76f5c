// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QToolButton;

namespace Decayscope {

class Badge;
class ClampedLabel;
class SegmentedSwitch;

/// What the line above the code says.
struct CodeHeading
{
    QString path;
    QString when; ///< "as of turn 31".
    QString knowledge; ///< A word for a badge; empty hides it.
    QString how; ///< A sentence.
    std::vector<int> versions; ///< The turns that made a version of the file, ascending.
    int turn = 0; ///< The selected one.
    bool isFinal = false;
    bool isComparing = false;
    std::optional<int> from; ///< While comparing; nullopt is the final state.
    std::optional<int> to;
};

/// Names the file and the moment shown, and steps through the turns that wrote the file.
class CodeHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit CodeHeader(QWidget *parent = nullptr);

    void setHeading(const CodeHeading &heading);
    [[nodiscard]] QStringList printed() const; ///< What a reader sees, for tests and for people who do not see it.

signals:
    void momentChosen(bool isFinal);
    void comparingChosen(bool isComparing);
    void sidesChosen(std::optional<int> from, std::optional<int> to);
    void turnRequested(int turn);

private:
    void layOut();
    void showVersions(const CodeHeading &heading);
    void fillSide(QComboBox *box, std::optional<int> chosen);
    void chooseSides();
    void step(int by);
    [[nodiscard]] QString versionLinks() const;

    std::vector<int> m_versions;
    int m_turn = 0;
    QLabel *m_path;
    Badge *m_knowledge;
    SegmentedSwitch *m_moment;
    QToolButton *m_compare;
    ClampedLabel *m_how;
    QToolButton *m_earlier;
    QLabel *m_links;
    QToolButton *m_later;
    QWidget *m_sides;
    QComboBox *m_from;
    QComboBox *m_to;
};

} // namespace Decayscope
