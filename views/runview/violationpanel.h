// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/layergraph.h>
#include <domain/verdict.h>

#include <QWidget>

class QLabel;
class QSplitter;
class QTreeView;

namespace Decayscope {

class ClampedLabel;
class LayerDiagram;
class SegmentedSwitch;
class ViolationModel;

/// What the verifiers of both modes say of a run: a line a constraint, and of the mode chosen its reasons, the places
/// that break it, the rule behind the chosen one, and the project's layers.
class ViolationPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ViolationPanel(QWidget *parent = nullptr);

    void setVerdicts(std::vector<ConstraintVerdict> reference, std::vector<ConstraintVerdict> syntax = {});
    /// A graph without files hides the diagram.
    void setLayers(const LayerGraph &reference, const LayerGraph &syntax = {});
    void setMode(VerifierMode mode); ///< Emits nothing.

    [[nodiscard]] VerifierMode mode() const { return m_mode; }
    /// Of the mode that is shown.
    [[nodiscard]] const std::vector<ConstraintVerdict> &verdicts() const { return verdictsOf(m_mode); }

    /// Chooses a violation in the list's order, round at the ends, and asks for its code.
    void nextViolation();
    void previousViolation();

    /// Chooses the violation at the place, or else the first of its constraint; asks for no code.
    void choose(const Violation &place);

    [[nodiscard]] const Violation *currentViolation() const; ///< Null where none is chosen.
    [[nodiscard]] QString explanation() const; ///< The rule of the chosen violation; empty where it names none.
    [[nodiscard]] SegmentedSwitch *modeSwitch() const { return m_switch; } ///< Hidden where nothing is to choose.

signals:
    void codeRequested(const QString &path, int line);
    void modeChosen(Decayscope::VerifierMode mode); ///< By the user.

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] const std::vector<ConstraintVerdict> &verdictsOf(VerifierMode mode) const
    {
        return m_verdicts[static_cast<std::size_t>(mode)];
    }
    void layOut();
    void connectParts();
    void showMode();
    void showLayers();
    void updateVerdicts();
    void explain();
    void step(int by);
    void activate(int row);

    std::array<std::vector<ConstraintVerdict>, allVerifierModes.size()> m_verdicts;
    std::array<LayerGraph, allVerifierModes.size()> m_graphs;
    VerifierMode m_mode = VerifierMode::Reference;
    ViolationModel *m_model;
    SegmentedSwitch *m_switch;
    QLabel *m_verdictText;
    QTreeView *m_list;
    ClampedLabel *m_explanation;
    LayerDiagram *m_diagram;
    QWidget *m_layers = nullptr;
    QSplitter *m_splitter;
};

} // namespace Decayscope
