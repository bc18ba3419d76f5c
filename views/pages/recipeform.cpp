// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "recipeform.h"

#include "linesedit.h"
#include "recipefaultwords.h"
#include "setupwayedit.h"

#include <widgets/quietlabel.h>
#include <widgets/spacing.h>

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>

namespace Decayscope {

namespace {

/// A number that the wheel changes only where it has the focus: else scrolling the form would.
class CalmSpinBox final : public QSpinBox
{
public:
    CalmSpinBox(RecipeRange range, const QString &suffix, QWidget *parent)
        : QSpinBox(parent)
    {
        setRange(range.least, range.most);
        setSuffix(suffix);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        setGroupSeparatorShown(false);
    }

protected:
    void wheelEvent(QWheelEvent *event) override
    {
        if (hasFocus())
            QSpinBox::wheelEvent(event);
        else
            event->ignore();
    }
};

QLabel *faultLabel(QWidget *parent)
{
    auto *label = quietLabel(parent);
    label->setForegroundRole(QPalette::WindowText);
    auto policy = label->sizePolicy();
    policy.setHeightForWidth(true);
    label->setSizePolicy(policy);
    label->hide();
    return label;
}

QStringList environmentLines(const std::map<QString, QString> &environment)
{
    QStringList lines;
    for (const auto &[name, value] : environment)
        lines.append(name + u'=' + value);
    return lines;
}

std::map<QString, QString> environmentOf(const QStringList &lines)
{
    std::map<QString, QString> environment;
    for (const auto &line : lines)
        environment[line.section(u'=', 0, 0).trimmed()] = line.section(u'=', 1);
    return environment;
}

} // namespace

RecipeForm::RecipeForm(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit(this))
    , m_title(new QLineEdit(this))
    , m_ways(new QWidget(this))
    , m_wayLayout(new QVBoxLayout(m_ways))
    , m_run(new LinesEdit(tr("Commands that start the server"), this))
    , m_port(new CalmSpinBox(recipePorts, {}, this))
    , m_basePath(new QLineEdit(this))
    , m_healthPath(new QLineEdit(this))
    , m_healthTries(new CalmSpinBox(recipeTries, {}, this))
    , m_healthInterval(new CalmSpinBox(recipeIntervals, tr(" ms"), this))
    , m_setUpTime(new CalmSpinBox(recipeSetUpTimes, tr(" s"), this))
    , m_environment(new LinesEdit(tr("Environment of all commands"), this))
    , m_image(new QLineEdit(this))
{
    m_run->setPlaceholderText(tr("One shell command a line; the last one is the server"));
    m_basePath->setPlaceholderText(QStringLiteral("/api"));
    m_healthPath->setPlaceholderText(QStringLiteral("/api/health-check"));
    m_environment->setPlaceholderText(tr("NAME=value, one a line"));
    m_image->setPlaceholderText(tr("For podman and docker; may be empty"));
    layOut();
    connectParts();
}

void RecipeForm::layOut()
{
    m_wayLayout->setContentsMargins(0, 0, 0, 0);
    auto *add = new QPushButton(tr("&Add a way"), this);
    add->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(add, &QPushButton::clicked, this, [this] {
        addWay({});
        m_wayEdits.back()->focusName();
        edit();
    });

    auto *form = new QFormLayout(this);
    form->setContentsMargins(Spacing::wide, Spacing::normal, Spacing::wide, Spacing::wide);
    form->setHorizontalSpacing(Spacing::wide);
    form->setVerticalSpacing(Spacing::tight);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addField(*form, tr("&Name"), m_name, RecipePart::Name);
    addField(*form, tr("Tit&le"), m_title, RecipePart::Title);
    auto *words = quietLabel(this);
    words->setText(tr("The first way whose programs are installed and whose network is allowed is taken."));
    form->addRow(tr("Set-up"), words);
    addField(*form, {}, m_ways, RecipePart::SetUp);
    form->addRow(QString(), add);
    addField(*form, tr("Set-&up time"), m_setUpTime, RecipePart::SetUpTime);
    addField(*form, tr("&Start"), m_run, RecipePart::Run);
    layOutReaching(*form);
    addField(*form, tr("&Environment"), m_environment, RecipePart::Environment);
    addField(*form, tr("&Image"), m_image, RecipePart::Image);
}

void RecipeForm::layOutReaching(QFormLayout &form)
{
    addField(form, tr("&Port"), m_port, RecipePart::Port);
    addField(form, tr("&Base path"), m_basePath, RecipePart::BasePath);
    addField(form, tr("&Health path"), m_healthPath, RecipePart::HealthPath);
    addField(form, tr("Health t&ries"), m_healthTries, RecipePart::HealthTries);
    addField(form, tr("Bet&ween tries"), m_healthInterval, RecipePart::HealthInterval);
}

void RecipeForm::addField(QFormLayout &form, const QString &title, QWidget *field, RecipePart part)
{
    const bool isFixed = field->sizePolicy().horizontalPolicy() == QSizePolicy::Fixed;
    auto *fault = faultLabel(this);
    auto *column = new QVBoxLayout;
    column->setSpacing(Spacing::tight);
    column->addWidget(field, 0, isFixed ? Qt::AlignLeft : Qt::Alignment());
    column->addWidget(fault);
    auto *label = new QLabel(title, this);
    label->setBuddy(field);
    form.addRow(label, column);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(QString(title).remove(u'&'));
    m_faults[part] = fault;
}

void RecipeForm::connectParts()
{
    for (auto *field : {m_name, m_title, m_basePath, m_healthPath, m_image})
        connect(field, &QLineEdit::textChanged, this, &RecipeForm::edit);
    for (auto *field : {m_port, m_healthTries, m_healthInterval, m_setUpTime})
        connect(field, &QSpinBox::valueChanged, this, &RecipeForm::edit);
    for (auto *field : {m_run, m_environment})
        connect(field, &QPlainTextEdit::textChanged, this, &RecipeForm::edit);
}

void RecipeForm::edit()
{
    if (!m_isFilling)
        emit edited();
}

void RecipeForm::setRecipe(const RuntimeRecipe &recipe, bool isNameFixed)
{
    const QScopedValueRollback filling(m_isFilling, true);
    m_name->setText(recipe.name);
    m_name->setReadOnly(isNameFixed);
    m_title->setText(recipe.title);
    setWays(recipe.setUp);
    m_run->setLines(QStringList(recipe.run.begin(), recipe.run.end()));
    m_port->setValue(recipe.port);
    m_basePath->setText(recipe.basePath);
    m_healthPath->setText(recipe.healthPath);
    m_healthTries->setValue(recipe.healthTries);
    m_healthInterval->setValue(static_cast<int>(recipe.healthInterval.count()));
    m_setUpTime->setValue(static_cast<int>(recipe.setUpTime.count()));
    m_environment->setLines(environmentLines(recipe.environment));
    m_image->setText(recipe.image);
    setFaults({});
}

RuntimeRecipe RecipeForm::recipe() const
{
    const auto run = m_run->lines();
    RuntimeRecipe recipe{.name = m_name->text().trimmed(),
        .title = m_title->text(),
        .setUp = {},
        .run = {run.begin(), run.end()},
        .port = m_port->value(),
        .basePath = m_basePath->text().trimmed(),
        .healthPath = m_healthPath->text().trimmed(),
        .healthTries = m_healthTries->value(),
        .healthInterval = std::chrono::milliseconds(m_healthInterval->value()),
        .setUpTime = std::chrono::seconds(m_setUpTime->value()),
        .environment = environmentOf(m_environment->lines()),
        .image = m_image->text().trimmed()};
    recipe.setUp.reserve(m_wayEdits.size());
    for (const auto *way : m_wayEdits)
        recipe.setUp.push_back(way->way());
    return recipe;
}

/// The faults of a way stand at the way, those of all others below their field, one each.
void RecipeForm::setFaults(const std::vector<RecipeFault> &faults)
{
    std::map<RecipePart, QString> sentences;
    std::vector<QString> ofWays(m_wayEdits.size());
    for (const auto &fault : faults) {
        const auto row = static_cast<std::size_t>(std::max(fault.row, 0));
        const bool isOfWay = fault.part == RecipePart::SetUp && fault.row >= 0 && row < ofWays.size();
        auto &sentence = isOfWay ? ofWays[row] : sentences[fault.part];
        if (sentence.isEmpty())
            sentence = recipeFaultWords(fault);
    }
    for (std::size_t i = 0; i < ofWays.size(); ++i)
        m_wayEdits[i]->setFault(ofWays[i]);
    for (const auto &[part, label] : m_faults) {
        label->setText(sentences[part]);
        label->setVisible(!sentences[part].isEmpty());
    }
}

QStringList RecipeForm::faultSentences() const
{
    QStringList sentences;
    for (const auto &[part, label] : m_faults) {
        if (!label->text().isEmpty())
            sentences.append(label->text());
    }
    return sentences;
}

void RecipeForm::focusName()
{
    m_name->setFocus();
    m_name->selectAll();
}

void RecipeForm::setWays(const std::vector<SetUpWay> &ways)
{
    for (auto *way : m_wayEdits)
        delete way;
    m_wayEdits.clear();
    for (const auto &way : ways)
        addWay(way);
}

void RecipeForm::addWay(const SetUpWay &way)
{
    auto *field = new SetUpWayEdit(m_ways);
    field->setWay(way);
    m_wayLayout->addWidget(field);
    m_wayEdits.push_back(field);
    connect(field, &SetUpWayEdit::edited, this, &RecipeForm::edit);
    connect(field, &SetUpWayEdit::moveRequested, this, [this, field](int by) { moveWay(field, by); });
    connect(field, &SetUpWayEdit::removeRequested, this, [this, field] { removeWay(field); });
    placeWays();
}

/// The ways change places, not their fields: so Tab goes on leading from top to bottom.
void RecipeForm::moveWay(SetUpWayEdit *way, int by)
{
    const auto target = std::ranges::find(m_wayEdits, way) - m_wayEdits.begin() + by;
    if (target < 0 || target >= std::ssize(m_wayEdits))
        return;
    auto *other = m_wayEdits[static_cast<std::size_t>(target)];
    const auto moved = way->way();
    way->setWay(other->way());
    other->setWay(moved);
    other->focusMove(by);
    edit();
}

/// The button that asked for it belongs to the way: it goes once the click is over.
void RecipeForm::removeWay(SetUpWayEdit *way)
{
    std::erase(m_wayEdits, way);
    m_wayLayout->removeWidget(way);
    way->hide();
    way->deleteLater();
    if (!m_wayEdits.empty())
        m_wayEdits.front()->focusName();
    placeWays();
    edit();
}

void RecipeForm::placeWays()
{
    const int rows = static_cast<int>(m_wayEdits.size());
    for (int row = 0; row < rows; ++row)
        m_wayEdits[static_cast<std::size_t>(row)]->setPlace(row, rows);
}

} // namespace Decayscope
