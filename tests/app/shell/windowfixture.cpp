// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowfixture.h"

#include <sample/samplefiles.h>
#include <sample/samplestudy.h>
#include <verifiers/bothverifiers.h>
#include <workspace/workspace.h>

#include <QAccessible>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>

namespace Decayscope::Test {

namespace {

constexpr int patience = 120'000;

QString folderOf(const RunKey &key)
{
    const auto &who = key.configuration;
    return QStringList{key.runtime, who.scaffold, who.model, key.task, key.date, u"run_" % QString::number(key.trial)}
        .join(u'/');
}

bool writeFile(const QString &path, QByteArrayView bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes.data(), bytes.size()) == bytes.size();
}

bool writeDocument(const QString &folder, const Document &document)
{
    if (document.parts.empty())
        return writeFile(QString(folder % u'/' % document.path), document.bytes);
    return std::ranges::all_of(document.parts, [&](const DocumentPart &part) {
        return writeFile(
            QString(folder % u'/' % part.path), QByteArrayView(document.bytes).sliced(part.offset, part.length));
    });
}

} // namespace

FreshUser::FreshUser()
{
    for (const auto *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(name, QFile::encodeName(QString(m_home.path() % u'/' % QString::fromLatin1(name))));
    qunsetenv("DECAYSCOPE_STORE");
    qputenv("LC_ALL", "C.UTF-8");
}

QString makeStudy(const QString &folder)
{
    const QString tree = folder % u"/results";
    const QString path = folder % u"/mine.decayscope";
    if (!makeTree(tree, 400) || !importIntoStore(path, {tree}, {}, bothVerifiers(), {}))
        return {};
    return path;
}

bool makeTree(const QString &folder, std::size_t runs)
{
    const auto plan = samplePlan();
    for (std::size_t i = 0; i < std::min(runs, plan.size()); ++i) {
        const auto bundle = sampleBundle(plan[i]);
        const QString place = folder % u'/' % folderOf(bundle.key);
        if (!std::ranges::all_of(
                bundle.documents, [&](const Document &document) { return writeDocument(place, document); }))
            return false;
    }
    return true;
}

std::unique_ptr<AppContext> openWindow(QApplication &application, const QString &store)
{
    auto context
        = std::make_unique<AppContext>(application, WindowOptions{.store = store, .verifiers = bothVerifiers()});
    context->start();
    const auto isReady = [&] { return context->study().snapshot() && !context->window().isComputing(); };
    const bool isOpen = QTest::qWaitFor(isReady, patience) && QTest::qWaitForWindowExposed(&context->window());
    return isOpen ? std::move(context) : nullptr;
}

void press(MainWindow &window, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    auto *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : &window, key, modifiers);
}

QStringList namelessWidgets(const QWidget &window)
{
    QStringList found;
    for (auto *widget : window.findChildren<QWidget *>()) {
        if (widget->visibleRegion().isEmpty() || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy())
            continue;
        auto *interface = QAccessible::queryAccessibleInterface(widget);
        if (interface && interface->text(QAccessible::Name).isEmpty())
            found << QString::fromLatin1(widget->metaObject()->className()) % u' ' % widget->objectName() % u" in "
                    % QString::fromLatin1(widget->parentWidget()->metaObject()->className());
    }
    return found;
}

bool waitForPage(MainWindow &window, Page page)
{
    return QTest::qWaitFor([&] { return window.place().page == page && !window.isComputing(); }, patience);
}

} // namespace Decayscope::Test
