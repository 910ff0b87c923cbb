# The roads to a home: steps, outcomes, rules.

route-step-kind-conversation = Conversation
route-step-kind-form = Form
route-step-kind-match = Looking for a home
route-step-kind-viewing = Viewing
route-step-kind-offer = Offer
route-step-kind-support = Support agreement
route-step-kind-lease = Lease
route-step-kind-keys = Keys
route-step-kind-meeting = Meeting
route-step-kind-evaluation = Evaluation
route-step-kind-test = Test
route-step-kind-conversion = Conversion
route-step-kind-task = Task

route-decision-urgency = Decision on urgency
route-decision-definitive-urgency = Decision on definitive urgency

route-lease-intermediate = Intermediate lease: the provider rents and lets to the resident
route-lease-three-party = Three-party lease: one's own, with support as a condition
route-lease-temporary = Temporary lease of one's own
route-lease-own = Lease of one's own without an end
route-lease-youth = Lease of one's own for young people, five years

route-outcome-done = done
route-outcome-elsewhere = better chances in another municipality
route-outcome-other-route = another route suits better
route-outcome-granted = granted
route-outcome-granted-under-conditions = granted under conditions
route-outcome-refused = refused
route-outcome-accepted = yes
route-outcome-declined = no
route-outcome-expired = no answer in time
route-outcome-continue = goes on
route-outcome-ready = ready for a lease of one's own
route-outcome-ended = comes to an end
route-outcome-met = passed
route-outcome-not-met = not yet

route-end-completed = Done: the resident lives in their own right
route-end-refused = End: refused
route-end-offer-declined = End: home declined
route-end-elsewhere = End: handed over to another municipality
route-end-other-route = End: goes on along another route
route-end-stay-ended = End: the stay has ended

route-fact-urgency-granted = urgency is granted
route-fact-definitive-granted = definitive urgency is granted
route-fact-offer-accepted = a home was accepted
route-fact-lease-signed = the lease is signed
route-fact-support-signed = the support agreement is signed
route-fact-moved-in = the resident has moved in
route-fact-test-met = the test is passed
route-fact-converted = the home is in the resident's own name
route-fact-questions-asked = the three questions are answered
route-fact-household-known = everybody of the household is known
route-fact-plan-agreed = everybody agrees with the plan
route-fact-person-agrees = the participant agrees
route-fact-basics-ready = the basics are in order

route-principle-housing-is-a-right = Housing is a human right
route-principle-choice-and-control = Choice and control for participants
route-principle-separation = Housing and treatment are separate
route-principle-recovery = Directed at recovery
route-principle-harm-reduction = Reducing harm
route-principle-engagement = Engaged, without coercion
route-principle-person-centred = The plan begins with the person
route-principle-as-long-as-needed = Support for as long as needed

route-conflict-one-offer = There is one offer; declining ends the road
route-conflict-lease-of-provider = The provider holds the lease
route-conflict-support-in-lease = The lease asks for support
route-conflict-temporary-lease = The first lease is temporary
route-conflict-goals-before-lease = Goals have to be met before a lease of one's own
route-conflict-conditions-before-lease = Time and conditions come before a regular lease

route-length-working-days = { $count ->
    [one] 1 working day
   *[other] { $count } working days
}
route-length-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
route-length-weeks = { $count ->
    [one] 1 week
   *[other] { $count } weeks
}
route-length-months = { $count ->
    [one] 1 month
   *[other] { $count } months
}

route-valid = In force
route-valid-from = from { $from }
route-valid-between = from { $from } up to and including { $until }
route-urgency = Urgency
route-urgency-yes = A decision on urgency first, then a home
route-urgency-no = No decision on urgency needed
route-refusal = Declining a home
route-refusal-ends = The route ends
route-refusal-next = There are { $most } offers. After the last it goes on at ‘{ $step }’
route-refusal-none = Has no consequence; the search goes on
route-conversion = Lease of one's own
route-conversion-none = From the first day
route-conversion-goals = Once all goals are met, judged by an independent third person
route-conversion-after = After { $length }, when the conditions hold
route-criteria-goals = What goals are about
route-criteria-conditions = Conditions
route-criterion-children = { $text } (with children only)
route-evaluation = Evaluation of living there
route-evaluation-rhythm = The first within { $first } after moving in, then each within { $every } of the last
route-leases = Lease
route-withdraw = Who can withdraw
route-pause = Who can pause
route-source = Source

route-step-owner = Has the ball
route-step-involved = Take part
route-step-term = Term
route-step-term-open = { $length } from the start of this step
route-step-term-step = { $length } after the step ‘{ $step }’
route-step-term-fact = { $length } after { $fact }
route-step-term-legal = { $term } (term set by law)
route-step-decision = Decision
route-step-decision-terms = It can be put off once, by { $extension }. Objections can be made within { $objection }
route-step-signs = Is signed
route-step-becomes = The lease becomes
route-step-forms = Forms
route-step-needs-forms = Forms that are sent first
route-step-needs = Needed first
route-step-back = One can go back to
route-step-last-offer = no, after the last offer

routes-title = Roads to a home
routes-lead = This is how it goes from the first conversation to a home of one's own. Each step says who has the ball, by when something has to be done, and what comes next.
routes-own = A city can change these routes and add its own. Whoever is under way keeps the version they began with.
routes-none-title = There are no routes
routes-none = The administrator can name a folder with routes.
routes-closed = Not in force today
routes-version = Version { $version }
routes-versions = All versions:
routes-print = Print this page
routes-file = Download as a file
routes-rules = What holds
routes-drawing = The road in one picture
routes-drawing-hint = Each column is a party, each box a step. Choose a box for what it is. Beside an arrow stands the outcome.
routes-steps = Step by step
routes-ways = What comes after: { $step }
routes-odds = What stands at odds with Housing First
routes-odds-text = Housing First has eight core principles. Below stands what this route asks that is at odds with them, and why the partners chose so.
routes-table = Who does what
routes-step = Step
routes-no-term = No term
routes-no-forms = None
routes-differences = Differences between two versions
routes-differences-with = What is different?
routes-same-title = No difference
routes-same = These two versions say the same.
routes-what = Part
routes-name = Name
routes-summary = In short
routes-explanation = Explanation
routes-kind = Kind of step
routes-added = New: { $step }
routes-gone = Gone: { $step }
routes-not-there = Not there
routes-form-version = { $form } (version { $version })
routes-blank-form = Blank form: { $form }
