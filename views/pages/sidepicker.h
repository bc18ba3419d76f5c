// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <comparing/sidechoice.h>

#include <QWidget>

class QComboBox;
class QLabel;

namespace Decayscope {

/// What a study has to choose a side from.
struct StudyOffer
{
    QString path; ///< Empty for the study that is open.
    QString name;
    QStringList scaffolds;
    QStringList models;

    bool operator==(const StudyOffer &) const = default;
};

/// What a study offers, by name.
[[nodiscard]] StudyOffer studyOffer(const StudySnapshot &study, const QString &path);

/// One side of a comparison: a study, a scaffold or all, a model or all.
class SidePicker final : public QWidget
{
    Q_OBJECT

public:
    /// `label` has a mnemonic: "&A"; `letter` is "A".
    SidePicker(const QString &label, const QString &letter, QWidget *parent = nullptr);

    void setStudies(const std::vector<StudyOffer> &studies); ///< The open one first. Emits nothing.

    /// Emits nothing. What the study does not have becomes "all".
    void setChoice(const SideChoice &choice);
    [[nodiscard]] const SideChoice &choice() const { return m_choice; }

signals:
    void chosen(const Decayscope::SideChoice &choice); ///< By the user.
    void studyRequested(); ///< Another file is to be picked.

private:
    [[nodiscard]] QComboBox *choiceBox(const QString &name, const QString &tip);
    [[nodiscard]] const StudyOffer *offer() const;
    void showChoice();
    void takeStudy(int index);
    void take();

    std::vector<StudyOffer> m_studies;
    SideChoice m_choice;
    QLabel *m_label;
    QComboBox *m_study;
    QComboBox *m_scaffold;
    QComboBox *m_model;
};

} // namespace Decayscope
