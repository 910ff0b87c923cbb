# Tasks: what somebody sets themselves or a colleague, on a file.

nav-tasks = Tasks
tasks-title = Tasks
tasks-waiting = Tasks, steps and obstacles together: { $overdue } late, { $today } for today, { $week } for the coming week.
tasks-mine = Mine
tasks-team = Everybody’s
tasks-done-mine = Done, mine
tasks-done-team = Done, everybody’s
tasks-overdue = Late
tasks-today = Today
tasks-week = Coming week
tasks-later = Later
tasks-what = What has to be done
tasks-what-hint = Short and to the point, with nothing about health.
tasks-file = File
tasks-owner = For whom
tasks-owner-hint = Only colleagues who may open this file.
tasks-for = you stand in for { $name }
tasks-due = By
tasks-due-overdue = Late: { $date }
tasks-due-today = Today: { $date }
tasks-due-on = { $date }
tasks-made-by = Set by
tasks-do = Do
tasks-done-do = Done
tasks-undo = Not done after all
tasks-done-by = Done: { $when }, { $who }
tasks-now-done = The task is done.
tasks-now-open = The task is open again.
tasks-none-title = No tasks
tasks-none-text = No task waits for you. Open a file to set one there.
tasks-none-filtered = Choose something else to see more.
tasks-none-open = No task is open on this file.
tasks-on-file = Tasks on this file
tasks-new = New task
tasks-add = Add the task
tasks-added = The task was added.
tasks-done-title = Done
home-todo-task = { $reference }: { $what }
home-for = for { $name }
home-stands-in = You stand in for { $name }, up to and including { $date }
home-invited = { $count ->
    [one] You are asked to take part in 1 file
   *[other] You are asked to take part in { $count } files
}
fault-cannot-open = This colleague may not open this file. Choose somebody who may.
