// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runtimerecipe.h>

#include <QWidget>

class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;
class QVBoxLayout;

namespace Decayscope {

class LinesEdit;
class SetUpWayEdit;

/// A runtime's recipe as fields; what is wrong with one stands below it.
class RecipeForm final : public QWidget
{
    Q_OBJECT

public:
    explicit RecipeForm(QWidget *parent = nullptr);

    /// The name can be changed in recipes of the user's alone. Emits nothing.
    void setRecipe(const RuntimeRecipe &recipe, bool isNameFixed);
    [[nodiscard]] RuntimeRecipe recipe() const;
    void setFaults(const std::vector<RecipeFault> &faults);
    [[nodiscard]] QStringList faultSentences() const; ///< Those shown, from top to bottom.
    void focusName();

signals:
    void edited(); ///< By the user.

private:
    void layOut();
    void layOutReaching(QFormLayout &form);
    void connectParts();
    void addField(QFormLayout &form, const QString &title, QWidget *field, RecipePart part);
    void edit(); ///< Says so, unless the fields are being filled.
    void setWays(const std::vector<SetUpWay> &ways);
    void addWay(const SetUpWay &way);
    void moveWay(SetUpWayEdit *way, int by);
    void removeWay(SetUpWayEdit *way);
    void placeWays();

    QLineEdit *m_name;
    QLineEdit *m_title;
    QWidget *m_ways;
    QVBoxLayout *m_wayLayout;
    std::vector<SetUpWayEdit *> m_wayEdits;
    LinesEdit *m_run;
    QSpinBox *m_port;
    QLineEdit *m_basePath;
    QLineEdit *m_healthPath;
    QSpinBox *m_healthTries;
    QSpinBox *m_healthInterval;
    QSpinBox *m_setUpTime;
    LinesEdit *m_environment;
    QLineEdit *m_image;
    std::map<RecipePart, QLabel *> m_faults;
    bool m_isFilling = false;
};

} // namespace Decayscope
